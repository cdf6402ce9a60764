"""Collections and the filters of the open one."""
