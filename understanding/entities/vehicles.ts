/** Vehicles as customers mention them: "my VW Polo B-ZQ 909", "the Golf", "a Transit van". */
import type { AssetMention } from '../acts';
import type { VehicleEntry } from '../catalog';
import type { Finding, Recogniser, Scene } from '../scene';
import { spelling } from '../text/utterance';
import { tokensOf, unaccented } from '../text/tokens';
import { VEHICLE_WORDS, classOfModel, keyOf } from './makes';
import { plateKey } from './plates';
import type { VehicleBit } from './vehicleWords';
import { vehicleBits, wordsOfVehicle } from './vehicleWords';

const LEAD = 40;
const ANSWER_WORDS = 5;

export const VEHICLES: Recogniser = {
  name: 'asset',
  read: (scene) => {
    if (!scene.hearing.catalog.worksOnVehicles) return [];
    const groups = groupsOf(vehicleBits(scene), scene).filter((group) => isVehicle(group, scene));
    return groups.map((group) => finding(group, scene));
  },
};

/** The answer to "which vehicle?" may be a make that nobody listed. Read last, when nothing else was found. */
export function unknownVehicle(scene: Scene): Finding | null {
  const { text } = scene;
  if (scene.asked !== 'asset' || text.includes('?')) return null;
  const words = scene.tokens.filter(({ word }) => !scene.language.ordinary.has(word.replace(/'s$/, '')));
  const [first, last] = [words[0], words.at(-1)];
  if (!first || !last || words.length > ANSWER_WORDS || !/\p{L}{2}/u.test(text)) return null;
  const label = spelling(scene.utterance, first.from, last.to);
  const own = scene.hearing.catalog.vehicles.find(
    ({ plate }) => plate !== null && plateKey(plate) === plateKey(label),
  );
  if (own) return vehicleFinding(knownMention(own), first.from, last.to);
  return vehicleFinding({ label }, first.from, last.to);
}

function vehicleFinding(value: AssetMention, from: number, to: number): Finding {
  return { recogniser: 'asset', from, to, slot: 'asset', acts: [{ act: 'inform', slot: 'asset', value }] };
}

function knownMention({ id, label, plate, class: kind }: VehicleEntry): AssetMention {
  return { id, label, ...(plate === null ? {} : { plate }), ...(kind === null ? {} : { class: kind }) };
}

type Group = readonly VehicleBit[];

function groupsOf(bits: readonly VehicleBit[], scene: Scene): Group[] {
  const groups: VehicleBit[][] = [];
  for (const bit of bits) {
    const group = groups.at(-1);
    if (group && belongs(bit, group, scene)) group.push(bit);
    else groups.push([bit]);
  }
  return groups;
}

function belongs(bit: VehicleBit, group: Group, scene: Scene): boolean {
  const last = group.at(-1);
  if (!last || group.some(({ kind, label }) => kind === bit.kind && label !== bit.label)) return false;
  const gap = scene.text.slice(last.to, bit.from);
  // "the Golf and the van" are two
  if (bit.kind !== 'plate' && scene.language.relations.listGap.test(gap)) return false;
  return scene.language.relations.vehicleGap.test(gap) || (bit.kind === 'plate' && isTrim(gap, scene));
}

/** One strange word between model and plate is part of the model: "Octavia Combi, B-AB 12". */
function isTrim(gap: string, scene: Scene): boolean {
  const word = /^ ([\p{L}\d.-]{1,12}),? \(?$/u.exec(gap)?.[1];
  return word !== undefined && !scene.language.ordinary.has(word);
}

/** A word that is also an ordinary one needs company: a make, a plate, "my", or the question for it. */
function isVehicle(group: Group, scene: Scene): boolean {
  if (group.some(({ ordinary }) => !ordinary) || scene.asked === 'asset') return true;
  const from = group[0]?.from ?? 0;
  const lead = scene.text.slice(Math.max(0, from - LEAD), from);
  return group.length > 1 || scene.language.relations.vehicleBefore.test(lead);
}

function finding(group: Group, scene: Scene): Finding {
  const value = mentionOf(group, scene);
  const from = Math.min(...group.map((bit) => bit.from));
  const to = Math.max(...group.map((bit) => bit.to));
  return vehicleFinding(value, from, to);
}

function mentionOf(group: Group, scene: Scene): AssetMention {
  const known = knownOne(group, scene.hearing.catalog.vehicles);
  if (known) return knownMention(known);
  const plate = group.find(({ kind }) => kind === 'plate')?.label;
  const named = group.filter(({ kind }) => kind === 'make' || kind === 'model' || kind === 'class');
  const words = named.length > 0 ? named.map(({ label }) => label) : nameBefore(group, scene);
  const label = [...inOrder(named, words), ...(plate === undefined ? [] : [plate])].join(' ');
  const isVan = named.some(({ kind, label: word }) => kind === 'class' || classOfModel(word) !== undefined);
  return { label, ...(plate === undefined ? {} : { plate }), ...(isVan ? { class: 'van' } : {}) };
}

/** Make before model before class, whatever the order in which they were said. */
function inOrder(named: readonly VehicleBit[], words: readonly string[]): readonly string[] {
  if (named.length === 0) return words;
  return (['make', 'model', 'class'] as const).flatMap((kind) =>
    named.filter((bit) => bit.kind === kind).map(({ label }) => label),
  );
}

/** A model that nobody listed, right before its plate: "my Kadjar B-XX 12". */
function nameBefore(group: Group, scene: Scene): string[] {
  const from = group[0]?.from ?? 0;
  const words: string[] = [];
  let edge = from;
  for (const token of scene.tokens.filter((other) => other.to <= from).reverse()) {
    const name = scene.utterance.said.slice(token.from, token.to);
    const apart = /[^ ,(:-]/.test(scene.text.slice(token.to, edge)) || edge - token.to > 3;
    if (apart || words.length === 2 || name === name.toLowerCase() || scene.language.ordinary.has(token.word))
      break;
    if (!scene.claims.free(token.from, token.to)) break;
    words.unshift(spelling(scene.utterance, token.from, token.to));
    edge = token.from;
  }
  return words;
}

function knownOne(group: Group, vehicles: readonly VehicleEntry[]): VehicleEntry | null {
  const plate = group.find(({ kind }) => kind === 'plate')?.label;
  if (plate !== undefined)
    return vehicles.find((own) => own.plate !== null && plateKey(own.plate) === plateKey(plate)) ?? null;
  const fitting = vehicles.filter((own) => group.every((bit) => fits(bit, own)));
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}

function fits(bit: VehicleBit, vehicle: VehicleEntry): boolean {
  const words = wordsOfVehicle(vehicle);
  if (bit.kind === 'class') return vehicle.class === bit.label || words.has(bit.label);
  // A vehicle kept as "Golf B-XY 123" may be called a VW.
  if (bit.kind === 'make' && ![...words].some((word) => VEHICLE_WORDS.get(word)?.kind === 'make'))
    return true;
  const said = tokensOf(keyOf(bit.label) || bit.label.toLowerCase()).map(({ word }) => unaccented(word));
  return said.every((word) => words.has(word));
}
