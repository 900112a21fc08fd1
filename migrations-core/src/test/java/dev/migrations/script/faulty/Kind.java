package dev.migrations.script.faulty;

import dev.migrations.Migration;

interface Kind extends Migration {}
