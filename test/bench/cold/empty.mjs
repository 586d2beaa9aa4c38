// What every program costs before it does anything.
