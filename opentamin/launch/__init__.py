"""From a fresh clone to a served system: environment, PostgreSQL, web server, worker; and the command line.

`./run` reads `entry`, which with `environment`, `system`, `chromium`, `paths` and `processes` uses the standard library
alone: nothing is installed yet. Everything else runs inside the environment they make.
"""
