/** Set by the build: whether this is the single self-contained HTML file. */
declare const __SINGLE__: boolean;
