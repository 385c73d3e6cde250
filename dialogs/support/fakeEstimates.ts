/** Estimates in memory: prices out of the list of the shop, and what the workshop asks for, in versions. */
import type {
  AnswerEstimateResult,
  EstimateAnswer,
  EstimateEvidence,
  EstimateLineView,
  EstimatePriceResult,
  EstimateView,
  VisitCommands,
} from '../../commands/visitTypes';
import { priceOf } from '../../scheduling/price';
import { toLocalDate } from '../../scheduling/zone';
import type { FakeCommands } from './fakeCommands';

const DAY_MILLIS = 86_400_000;

export interface KeptAnswer {
  readonly answer: EstimateAnswer;
  readonly evidence: EstimateEvidence;
  readonly outcome: AnswerEstimateResult['kind'];
}

export class FakeEstimates {
  readonly made: EstimateView[] = [];
  /** Every answer that was given, and what came of it. */
  readonly answers: KeptAnswer[] = [];

  constructor(private readonly commands: FakeCommands) {}

  /** The workshop asks for approval; again is a new version. @param lines titles with minor units */
  put(...lines: readonly (readonly [title: string, amount: number])[]): EstimateView {
    const standing = this.made.find(({ kind }) => kind === 'work');
    const views = lines.map(([title, amount], index) => lineView(index + 1, title, null, amount, amount));
    const view = this.#view('work', standing?.id ?? 'w1', (standing?.version ?? 0) + 1, views);
    return this.#keep(view);
  }

  readonly price: VisitCommands['estimatePrice'] = async ({ services, assetClass }) => {
    const { business } = this.commands.shop;
    const lines: EstimateLineView[] = [];
    for (const id of services) {
      const service = business.services.find((each) => each.id === id);
      if (!service) return { kind: 'unknown-service', service: id } satisfies EstimatePriceResult;
      const classes = assetClass === undefined ? [undefined, 'van'] : [assetClass ?? undefined];
      const prices = classes.map((each) => priceOf(business, service, each));
      lines.push(lineView(lines.length + 1, id, id, Math.min(...prices), Math.max(...prices)));
    }
    const view = this.#view('price', `p${String(this.made.length + 1)}`, 1, lines);
    return { kind: 'estimated', estimate: this.#keep(view) };
  };

  readonly answer: VisitCommands['answerEstimate'] = async (answer, evidence) => {
    const result = this.#answered(answer);
    this.answers.push({ answer, evidence, outcome: result.kind });
    return result;
  };

  #answered(answer: EstimateAnswer): AnswerEstimateResult {
    const estimate = this.made.find(({ id }) => id === answer.estimateId);
    if (!estimate) return { kind: 'unknown' };
    if (estimate.version !== answer.version) {
      const [first] = estimate.lines;
      const difference = first ? [{ title: first.title, before: 1, after: first.amount }] : [];
      return { kind: 'stale', estimate, difference };
    }
    const lines = estimate.lines.map((line): EstimateLineView => {
      const given = answer.lines.find(({ id }) => id === line.id);
      return given ? { ...line, status: given.approve ? 'approved' : 'declined' } : line;
    });
    return { kind: 'answered', estimate: this.#keep({ ...estimate, lines }) };
  }

  #keep(view: EstimateView): EstimateView {
    const at = this.made.findIndex(({ id }) => id === view.id);
    if (at < 0) this.made.unshift(view);
    else this.made[at] = view;
    return view;
  }

  #view(
    kind: EstimateView['kind'],
    id: string,
    version: number,
    lines: readonly EstimateLineView[],
  ): EstimateView {
    const { now, business } = this.commands.shop;
    const until = kind === 'price' ? now + 14 * DAY_MILLIS : null;
    const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);
    return {
      ...{ id, reference: `E-${id}`, kind, version, status: 'open', lines },
      total: sum(lines.map(({ amount }) => amount)),
      totalMost: sum(lines.map(({ most }) => most)),
      ...{ approvedTotal: 0, currency: business.currency, validUntil: until },
      validUntilDay: until === null ? null : toLocalDate(Math.floor(until / 60_000), 'Europe/Berlin'),
      ...{ assetClass: null, orderId: kind === 'work' ? 'o1' : null, asset: null, createdAt: now },
    };
  }
}

function lineView(
  id: number,
  title: string,
  service: string | null,
  amount: number,
  most: number,
): EstimateLineView {
  return { id, title, titleNames: null, service, amount, most, status: 'open' };
}
