/** How the English rules are written: phrases between word boundaries, straight apostrophes, single spaces. */

/** Words anywhere in the message. */
export function words(source: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, 'gu');
}

/** Words at the beginning of the message or of a part of it. */
export function opening(source: string): RegExp {
  return new RegExp(`(?<=^|^ |[.,!?;:\\n] ?)(?:${source})(?![\\p{L}\\p{N}'])`, 'gu');
}

/** The whole message, politeness set aside. */
export function whole(source: string): RegExp {
  return new RegExp(`^(?:${source})$`, 'gu');
}
