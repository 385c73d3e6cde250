/** The words of a message that speak of vehicles: makes, models, classes, plates, and words of the customer's own. */
import type { VehicleEntry } from '../catalog';
import type { Scene } from '../scene';
import { unaccented } from '../text/tokens';
import type { Token } from '../text/tokens';
import { VEHICLE_WORDS, keyOf } from './makes';
import type { VehicleWord } from './makes';
import { wordsOf } from './nameIndex';
import { plateKey, platesIn } from './plates';

export interface VehicleBit {
  readonly kind: 'make' | 'model' | 'class' | 'plate';
  readonly label: string;
  readonly from: number;
  readonly to: number;
  /** Means something else unless a word beside it says that it is a vehicle. */
  readonly ordinary: boolean;
}

/** In the order of the message, none over another. */
export function vehicleBits(scene: Scene): VehicleBit[] {
  const plates = platesIn(scene).map(({ plate, from, to }): VehicleBit => ({
    kind: 'plate',
    label: plate,
    from,
    to,
    ordinary: false,
  }));
  const own = ownWords(scene.hearing.catalog.vehicles);
  const bits: VehicleBit[] = [...plates];
  for (let at = 0; at < scene.tokens.length; at += 1) {
    const found = twoWords(scene, at) ?? oneWord(scene, at, own);
    if (!found || overlaps(found, plates) || !scene.claims.free(found.from, found.to)) continue;
    bits.push(found);
    if (found.to > (scene.tokens[at]?.to ?? 0)) at += 1;
  }
  return bits.sort((left, right) => left.from - right.from);
}

function overlaps(bit: VehicleBit, plates: readonly VehicleBit[]): boolean {
  return plates.some((plate) => bit.from < plate.to && plate.from < bit.to);
}

function twoWords(scene: Scene, at: number): VehicleBit | null {
  const [token, next] = [scene.tokens[at], scene.tokens[at + 1]];
  if (!token || !next || next.from - token.to > 1) return null;
  const word = VEHICLE_WORDS.get(`${bare(token)} ${bare(next)}`);
  return word ? bitOf(word, token.from, next.to, scene) : null;
}

function oneWord(scene: Scene, at: number, own: ReadonlyMap<string, string>): VehicleBit | null {
  const token = scene.tokens[at];
  if (!token) return null;
  const key = bare(token);
  const named = scene.language.vehicleClasses.get(token.word);
  if (named !== undefined)
    return { kind: 'class', label: named, from: token.from, to: token.to, ordinary: false };
  const word = VEHICLE_WORDS.get(key);
  if (word) return bitOf(word, token.from, token.to, scene, own.has(key));
  const label = own.get(key);
  if (label === undefined || scene.language.ordinary.has(token.word)) return null;
  return { kind: 'model', label, from: token.from, to: token.to, ordinary: false };
}

function bare(token: Token): string {
  return unaccented(token.word).replace(/'s$/, '');
}

/** A capital inside a message that has small letters too is a name. */
function bitOf(word: VehicleWord, from: number, to: number, scene: Scene, own = false): VehicleBit {
  const { said } = scene.utterance;
  const capital =
    said.charAt(from) !== said.charAt(from).toLowerCase() && from > 0 && said !== said.toUpperCase();
  return { kind: word.kind, label: word.label, from, to, ordinary: word.ordinary && !own && !capital };
}

/** The words by which the customer's own vehicles are called, by how they are compared. */
function ownWords(vehicles: readonly VehicleEntry[]): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  for (const vehicle of vehicles) {
    for (const name of [vehicle.label, ...vehicle.names]) {
      for (const part of name.split(/[ ,]/))
        if (isModelWord(part, vehicle)) words.set(keyOf(part) || part, part);
    }
  }
  return words;
}

function isModelWord(part: string, vehicle: VehicleEntry): boolean {
  const key = plateKey(part);
  return (
    key.length > 2 &&
    !/^\d{1,4}$/.test(key) &&
    !plateKey(vehicle.plate ?? '').includes(key) &&
    !part.includes('-')
  );
}

/** All words of a vehicle of the customer, to see whether a mention can be of it. */
export function wordsOfVehicle(vehicle: VehicleEntry): ReadonlySet<string> {
  return new Set([vehicle.label, ...vehicle.names].flatMap(wordsOf));
}
