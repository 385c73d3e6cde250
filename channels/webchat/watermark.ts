/** The mark that tells how far a client has read: the number of a message, opaque to the client. */

const LARGEST = 2_147_483_647;

export function watermarkOf(number: number): string {
  return String(number);
}

/** The message number in a watermark; 0, the start, for an empty or unreadable one: better twice than lost. */
export function parseWatermark(watermark: string | null | undefined): number {
  if (watermark === null || watermark === undefined || !/^\d{1,10}$/.test(watermark)) return 0;
  return Math.min(Number(watermark), LARGEST);
}
