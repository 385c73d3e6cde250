/** Lines of a customer that say all by themselves are sent together, as by somebody who does not wait for an answer. */
import { demoBusinesses } from '../../demo/businesses';
import { catalogOf } from '../../../understanding/catalogOf';
import { understand } from '../../../understanding/understand';
import type { Act } from '../../../understanding/acts';
import type { Catalog, VehicleEntry } from '../../../understanding/catalog';
import type { ChatFile, Header, Step } from '../chatFile';
import { vehicleOf } from '../stage';

type UserStep = Extract<Step, { kind: 'user' }>;

/** Slots that a customer tells without being asked. */
const TOLD: readonly string[] = ['service', 'branch', 'asset', 'when', 'person'];
/** Lines that only judge what was answered; of a burst there is one answer, judged by what is kept at its end. */
const JUDGING: readonly Step['kind'][] = ['bot', 'choices', 'expect'];

export function inBursts(chat: ChatFile): ChatFile {
  const { header, steps, ...rest } = chat;
  if (steps.some(isTimely)) return chat;
  const catalog = catalogFor(header);
  const alone = (step: Step): step is UserStep => step.kind === 'user' && saysAll(step, header, catalog);
  const out: Step[] = [];
  for (const [index, step] of steps.entries()) {
    if (alone(step) && !step.together && followsAlone(steps, index, alone)) {
      while (JUDGING.includes(out.at(-1)?.kind ?? 'user')) out.pop();
      out.push({ ...step, together: true });
      continue;
    }
    if (burstBefore(out) && isOfAnswer(step)) continue;
    out.push(step);
  }
  return { header, steps: out, ...rest };
}

/** What others do meanwhile, and buttons of a question, are about what stood at that moment. */
function isTimely(step: Step): boolean {
  return (
    ['other', 'staff', 'agent'].includes(step.kind) || (step.kind === 'user' && step.said.kind === 'button')
  );
}

/** Whether nothing but judgements stands between this line and one before it that says all by itself. */
function followsAlone(steps: readonly Step[], index: number, alone: (step: Step) => boolean): boolean {
  const before = steps.slice(0, index).findLast(({ kind }) => !JUDGING.includes(kind));
  return before !== undefined && alone(before);
}

function burstBefore(out: readonly Step[]): boolean {
  const last = out.findLast(({ kind }) => !JUDGING.includes(kind));
  return last?.kind === 'user' && last.together;
}

/** What was sent is as the whole burst makes it. */
function isOfAnswer(step: Step): boolean {
  if (step.kind === 'bot' || step.kind === 'choices') return true;
  return step.kind === 'expect' && /^(?:sent|conversation\.asking)\b/u.test(step.path);
}

/** Nothing of it depends on what the bot said before. */
function saysAll({ said }: UserStep, header: Header, catalog: Catalog): boolean {
  if (said.kind !== 'text') return false;
  const { now, zone, locale } = header;
  const heard = understand({ text: said.text, language: locale, ref: now, zone, asking: null, catalog });
  return heard.acts.every(isTold) && heard.acts.some(({ act }) => act === 'inform');
}

function isTold(act: Act): boolean {
  if (act.act === 'inform') return TOLD.includes(act.slot) && act.not !== true;
  return (
    act.act === 'request' && (act.intent === 'book' || act.intent === 'availability') && act.more !== true
  );
}

function catalogFor({ tenant, known }: Header): Catalog {
  const business = demoBusinesses.find(({ slug }) => slug === tenant);
  if (!business) throw new Error(`tenant: "${tenant}" is not one of the demo businesses`);
  const vehicles = (known?.vehicles ?? []).map((text, index): VehicleEntry => {
    const vehicle = vehicleOf(text);
    return { ...vehicle, id: `v${index}`, names: [vehicle.label, ...(vehicle.plate ? [vehicle.plate] : [])] };
  });
  return catalogOf({ ...business, tenantId: tenant, version: 1 }, vehicles);
}
