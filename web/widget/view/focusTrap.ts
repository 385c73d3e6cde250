/** Keeps the keyboard inside an open dialog, and lets Escape leave it. */

const REACHABLE = 'button, textarea, a[href], [tabindex="0"]';

function reachable(dialog: HTMLElement): readonly HTMLElement[] {
  return [...dialog.querySelectorAll<HTMLElement>(REACHABLE)].filter(
    (found) => found.getClientRects().length > 0,
  );
}

export function trapFocus(dialog: HTMLElement, root: ShadowRoot, leave: () => void): void {
  dialog.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.isComposing) {
      event.stopPropagation();
      leave();
    }
    if (event.key === 'Tab') goRound(dialog, root, event);
  });
}

function goRound(dialog: HTMLElement, root: ShadowRoot, event: KeyboardEvent): void {
  const stops = reachable(dialog);
  const [first, last] = [stops[0], stops.at(-1)];
  const leaving = event.shiftKey ? first : last;
  if (root.activeElement !== leaving && root.activeElement !== dialog) return;
  event.preventDefault();
  (event.shiftKey ? last : first)?.focus();
}
