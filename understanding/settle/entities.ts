/** Of several mentions of one thing, those that count: denied ones go, corrected ones give way, parts of one vehicle join. */
import type { Act, AssetMention } from '../acts';
import { isDenied } from '../entities/catalogNames';
import type { Finding, Scene } from '../scene';
import { itemsOf } from './items';

/** Findings without a slot pass through. */
export function settleEntities(findings: readonly Finding[], scene: Scene): Finding[] {
  const things = findings.filter((finding) => finding.slot !== 'service' || !isInPhrase(finding, findings));
  const asksWhy = findings.some(({ recogniser }) => recogniser === 'ask.why');
  const denied = asksWhy ? [] : things.filter((finding) => isDeniable(finding) && isDenied(scene, finding));
  const wanted = things.filter((finding) => !denied.includes(finding));
  const refusals = denied.filter(({ slot }) => !wanted.some((other) => other.slot === slot)).map(refusal);
  const without = denied.filter(({ slot }) => slot === 'service').map(unwanted);
  const kept = uncorrected(joinVehicles(oneService([...wanted, ...refusals], scene)), scene);
  return [...once(itemsOf(kept, scene)), ...without];
}

/** "Drop the beard": what is denied among several things is taken off them. */
function unwanted({ recogniser, from, to, acts }: Finding): Finding {
  const [act] = acts ?? [];
  return { recogniser, from, to, acts: act?.act === 'inform' ? [{ ...act, not: true }] : [] };
}

/** "not the van" and nothing instead is a no; "not with Ali" is a wish that others can meet. */
function refusal({ recogniser, from, to, slot, acts }: Finding): Finding {
  const person = slot === 'person' ? acts?.[0] : undefined;
  if (person?.act !== 'inform') return { recogniser, from, to, acts: [{ act: 'deny' }] };
  return { recogniser, from, to, acts: [{ ...person, not: true }] };
}

/** Phrases in which "service" is no service: "customer service", "which services do you offer". */
const PHRASES = new Set(['ask.services', 'human', 'request.history', 'request.complaint']);

function isInPhrase({ from, to }: Finding, findings: readonly Finding[]): boolean {
  return findings.some((other) => PHRASES.has(other.recogniser) && other.from <= from && to <= other.to);
}

const DENIABLE = new Set(['asset', 'service', 'branch', 'person']);

function isDeniable(finding: Finding): boolean {
  return finding.slot !== undefined && DENIABLE.has(finding.slot);
}

/** "aircon service" is one service: a name right beside another only describes it. */
function oneService(findings: readonly Finding[], scene: Scene): Finding[] {
  const services = findings
    .filter(({ slot }) => slot === 'service')
    .sort((left, right) => left.from - right.from);
  return findings.filter((finding) => {
    const before = services[services.indexOf(finding) - 1];
    return finding.slot !== 'service' || !before || scene.text.slice(before.to, finding.from) !== ' ';
  });
}

/** "my Polo … the plate is B-ZQ 909" speaks of one vehicle. */
function joinVehicles(findings: readonly Finding[]): Finding[] {
  const vehicles = findings.filter(({ slot }) => slot === 'asset');
  const [first, second] = vehicles;
  const [named, plated] = [assetOf(first), assetOf(second)];
  if (!first || !second || vehicles.length !== 2 || !named || !plated) return [...findings];
  const joins = named.plate === undefined && named.id === undefined && plated.plate === plated.label;
  if (!joins || plated.plate === undefined) return [...findings];
  const value = { ...named, label: `${named.label} ${plated.plate}`, plate: plated.plate };
  const act: Act = { act: 'inform', slot: 'asset', value };
  return findings
    .filter((finding) => finding !== second)
    .map((finding) => (finding === first ? { ...first, acts: [act] } : finding));
}

function assetOf(finding: Finding | undefined): AssetMention | null {
  const act = finding?.acts?.[0];
  return act?.act === 'inform' && act.slot === 'asset' ? act.value : null;
}

/** "the Golf, no, the Polo": the later one replaces the earlier. */
function uncorrected(findings: readonly Finding[], scene: Scene): Finding[] {
  return findings.filter((finding) => {
    if (!isDeniable(finding)) return true;
    const later = findings.filter((other) => other.slot === finding.slot && other.from >= finding.to);
    const replaced = later.some((other) =>
      scene.language.relations.corrected.test(scene.text.slice(finding.to, other.from)),
    );
    return !replaced;
  });
}

/** The same thing said twice counts once. */
function once(findings: readonly Finding[]): Finding[] {
  return findings.filter((finding) => {
    const first = findings.find((other) => other.slot === finding.slot && sameActs(other, finding));
    return !isDeniable(finding) || first === finding;
  });
}

function sameActs(left: Finding, right: Finding): boolean {
  return JSON.stringify(left.acts) === JSON.stringify(right.acts);
}
