"""Where places are. It needs no language pipeline: weighing asks it too, and a view of a record has no time to load one."""
