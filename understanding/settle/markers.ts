/** What a message names, in its order, as far as it matters for telling several things apart. */
import type { AssetMention } from '../acts';
import type { AttendeeMention } from '../mentions';
import type { Finding } from '../scene';

interface Placed {
  readonly from: number;
  readonly to: number;
}

export type Marker = Placed &
  (
    | { readonly slot: 'service'; readonly values: readonly [id: string] }
    | { readonly slot: 'person'; readonly values: readonly string[] }
    | { readonly slot: 'attendee'; readonly values: readonly AttendeeMention[] }
    | { readonly slot: 'asset'; readonly values: readonly AssetMention[] }
  );

export function markersOf(findings: readonly Finding[]): readonly Marker[] {
  const markers = findings.flatMap((finding) => markerOf(finding) ?? []);
  return markers.sort((left, right) => left.from - right.from);
}

function markerOf({ from, to, acts = [] }: Finding): Marker | null {
  const [act] = acts;
  if (act?.act !== 'inform' || act.not) return null;
  if (act.slot === 'service') return { slot: 'service', from, to, values: [act.value] };
  if (act.slot === 'asset') return { slot: 'asset', from, to, values: [act.value] };
  if (act.slot === 'person' && act.value !== 'any') return { slot: 'person', from, to, values: [act.value] };
  if (act.slot !== 'attendee') return null;
  const values = acts.flatMap((each) =>
    each.act === 'inform' && each.slot === 'attendee' ? [each.value] : [],
  );
  return { slot: 'attendee', from, to, values };
}
