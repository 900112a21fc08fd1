package dev.migrations.script.faulty;

import dev.migrations.Revision;

@Revision(id = "f2", message = " ")
abstract class Abstract implements Kind {}
