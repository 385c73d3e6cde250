/** A directive whose feature is not part of the product yet: it says so instead of passing in silence. */
export class NotBuiltYet extends Error {}
