/** What the Direct Line wire carries, as far as the widget reads it; anything else in a frame is ignored. */

export interface CardAction {
  readonly title: string;
  readonly value: string;
}

export interface Activity {
  readonly id: string;
  readonly type: string;
  readonly text: string;
  /** RFC 3339, or null where the server does not say. */
  readonly timestamp: string | null;
  readonly mine: boolean;
  readonly actions: readonly CardAction[];
  /** The id its sender gave it before the server did; null for all that others sent. */
  readonly clientId: string | null;
}

export interface ActivitySet {
  readonly activities: readonly Activity[];
  /** Null or missing on the wire must not overwrite the last one: null here. */
  readonly watermark: string | null;
}

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null ? (value as Fields) : {};
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Our own words come back to us: known by role, else by the id we gave them, else by the kind of user id a token embeds. */
function isMine(from: Fields, clientId: string): boolean {
  if (from['role'] === 'user') return true;
  if (from['role'] === 'bot') return false;
  return clientId !== '' || textOf(from['id']).startsWith('dl_');
}

function readAction(value: unknown): CardAction {
  const fields = fieldsOf(value);
  const title = textOf(fields['title']);
  return { title, value: textOf(fields['value']) || title };
}

export function readActivity(value: unknown): Activity {
  const fields = fieldsOf(value);
  const clientId = textOf(fieldsOf(fields['channelData'])['clientActivityID']);
  const actions = listOf(fieldsOf(fields['suggestedActions'])['actions']).map(readAction);
  return {
    id: textOf(fields['id']),
    type: textOf(fields['type']),
    text: textOf(fields['text']),
    timestamp: textOf(fields['timestamp']) || null,
    mine: isMine(fieldsOf(fields['from']), clientId),
    actions: actions.filter((action) => action.title !== ''),
    clientId: clientId || null,
  };
}

export function readActivitySet(value: unknown): ActivitySet {
  const fields = fieldsOf(value);
  const watermark = fields['watermark'];
  return {
    activities: listOf(fields['activities']).map(readActivity),
    watermark: typeof watermark === 'number' ? String(watermark) : textOf(watermark) || null,
  };
}
