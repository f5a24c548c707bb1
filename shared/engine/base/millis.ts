/** Whole milliseconds, of lane time or of match time as the field's comment says. */
export type Millis = number;
