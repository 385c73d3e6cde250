/** References that people can read out: six characters, none of which looks or sounds like another one on the phone. */

/** Without 0 and O, 1, I and L. */
const ALPHABET = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const LENGTH = 6;
/** So many are tried; with 31⁶ of them two in a row that are in use are already a rarity. */
const TRIES = 3;

/** A reference from a version 4 uuid: its last twelve digits are random. */
export function referenceOf(uuid: string): string {
  let rest = Number.parseInt(uuid.replaceAll('-', '').slice(-12), 16);
  let reference = '';
  for (let place = 0; place < LENGTH; place += 1) {
    reference += ALPHABET.charAt(rest % ALPHABET.length);
    rest = Math.floor(rest / ALPHABET.length);
  }
  return reference;
}

export function newReferences(newId: () => string): readonly string[] {
  return Array.from({ length: TRIES }, () => referenceOf(newId()));
}
