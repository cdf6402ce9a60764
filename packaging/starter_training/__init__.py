"""What `train_starter.py` is made of: data, features, evaluation."""
