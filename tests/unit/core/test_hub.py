"""Messages reach those who asked for them, whatever the others do."""

from dataclasses import dataclass

from explorer.core.hub import Hub, Message


@dataclass(frozen=True)
class Rang(Message):
    number: int = 0


@dataclass(frozen=True)
class Knocked(Message):
    pass


def test_a_message_reaches_its_kind_only():
    hub, heard = Hub(), []
    hub.subscribe(heard, Rang, lambda message: heard.append(message.number))

    hub.publish(Rang(1))
    hub.publish(Knocked())

    assert heard == [1]


def test_one_broken_handler_does_not_silence_the_rest(expected_log):
    expected_log("failed on Rang")
    hub, heard = Hub(), []

    def broken(message):
        raise RuntimeError("no")

    hub.subscribe(object(), Rang, broken)
    hub.subscribe(heard, Rang, lambda message: heard.append(message.number))

    hub.publish(Rang(2))

    assert heard == [2]


def test_who_leaves_hears_nothing_more():
    hub, heard = Hub(), []
    hub.subscribe(heard, Rang, lambda message: heard.append(message.number))

    hub.unsubscribe(heard)
    hub.publish(Rang(3))

    assert heard == []


def test_holding_nests_and_delivers_equal_messages_once():
    hub, heard = Hub(), []
    hub.subscribe(heard, Rang, lambda message: heard.append(message.number))

    with hub.hold():
        with hub.hold():
            hub.publish(Rang(1))
        hub.publish(Rang(2))
        hub.publish(Rang(1))
        assert heard == []

    assert heard == [2, 1]
