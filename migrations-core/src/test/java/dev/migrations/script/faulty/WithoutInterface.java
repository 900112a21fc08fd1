package dev.migrations.script.faulty;

import dev.migrations.Revision;

@Revision(id = "f1", message = "Nothing")
class WithoutInterface {}
