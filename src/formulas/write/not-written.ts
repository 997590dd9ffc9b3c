/** A notation has no way to say this. */
export class NotWritten extends Error {}
