/** Nothing is free when it was wished: beside other times the waiting list is offered, which a bare yes accepts. */
import type { Moment } from '../../../understanding/moment';
import { dateFact, say, words } from '../../facts';
import type { Question } from '../../flow';
import type { Place } from './place';
import { isOneDay } from './stretch';

/** Numbered choices of a text and the buttons of a phone are few. */
const MOST_BESIDE = 5;

export function orWaiting({ scene }: Place, wish: Moment, question: Question): Question {
  if (scene.frame.flow !== 'book' && scene.frame.flow !== 'availability') return question;
  const date = wish.date && isOneDay(wish) ? dateFact(wish.date.value) : undefined;
  const asks = date ? say('waitlist.tellOn', { date }) : say('waitlist.tell');
  return {
    ...question,
    says: [...question.says, asks],
    again: [...(question.again ?? question.says), asks],
    choices: [
      ...question.choices.slice(0, MOST_BESIDE),
      { label: words('choice.waitlist'), acts: [{ act: 'waitlist', wish: 'join' }] },
    ],
  };
}
