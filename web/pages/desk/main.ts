/** The desk: behind its door one day's list, kept fresh while somebody looks. */

import { DayPage } from './dayPage';
import { localToday, plusDays } from './days';
import { readDay, signOut } from './server';
import { signInForm } from './signInForm';

const REFRESH_MILLIS = 10_000;

/** The day on the screen; null until the server has said which day it is. */
let date: string | null = null;
let page: DayPage | null = null;
let asked = 0;

function show(content: HTMLElement): void {
  const place = document.getElementById('page');
  place?.replaceChildren(content);
  place?.removeAttribute('aria-busy');
}

function showDoor(): void {
  page = null;
  date = null;
  document.title = 'Desk: sign in';
  show(signInForm(() => void load(null)));
  document.getElementById('email')?.focus();
}

function dayPage(): DayPage {
  if (page) return page;
  page = new DayPage({
    go: (day) => void load(day),
    step: (days) => void load(plusDays(date ?? localToday(new Date()), days)),
    today: () => void load(null),
    leave: () => void signOut().then(showDoor),
  });
  show(page.node);
  return page;
}

/** Only the newest question's answer is shown: a slow one must not put an old day back. */
async function load(wanted: string | null): Promise<void> {
  asked += 1;
  const question = asked;
  const answer = await readDay(wanted, localToday(new Date()));
  if (question !== asked) return;
  switch (answer.kind) {
    case 'signed-out':
      return showDoor();
    case 'throttled':
    case 'unreachable':
      return dayPage().warn('The server cannot be reached right now. This list may be old.');
    case 'ok':
      date = answer.value.date;
      return dayPage().render(answer.value);
  }
}

function refresh(): void {
  if (page && date !== null && document.visibilityState === 'visible') void load(date);
}

setInterval(refresh, REFRESH_MILLIS);
document.addEventListener('visibilitychange', refresh);
void load(null);
