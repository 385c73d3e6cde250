/** The desk's door. */

import { element } from '../../shared/element';
import { signIn } from './server';

function field(
  id: string,
  label: string,
  type: string,
  autocomplete: string,
): readonly [HTMLElement, HTMLInputElement] {
  const input = element('input', {
    id,
    name: id,
    type,
    autocomplete,
    required: true,
    'aria-describedby': 'problem',
  });
  return [element('p', { class: 'field' }, element('label', { for: id }, label), input), input];
}

const TROUBLE = {
  'signed-out': 'This e-mail address and password do not fit together.',
  throttled: 'There were too many attempts from here. Please wait a quarter of an hour.',
  unreachable: 'The server could not be reached. Please try again.',
} as const;

/** `signedIn` is called once the server has let somebody in. */
export function signInForm(signedIn: () => void): HTMLElement {
  const [emailField, email] = field('email', 'E-mail', 'email', 'username');
  const [passwordField, password] = field('password', 'Password', 'password', 'current-password');
  const problem = element('p', { id: 'problem', class: 'problem', role: 'alert' });
  const button = element('button', { type: 'submit', class: 'button' }, 'Sign in');
  const form = element('form', { class: 'sign-in' }, emailField, passwordField, problem, button);
  const submit = async (): Promise<void> => {
    button.disabled = true;
    problem.textContent = '';
    const answer = await signIn(email.value, password.value);
    button.disabled = false;
    if (answer.kind === 'ok') return signedIn();
    problem.textContent = TROUBLE[answer.kind];
    (answer.kind === 'signed-out' ? password : button).focus();
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void submit();
  });
  return element('main', { class: 'door' }, element('h1', {}, 'Desk'), form);
}
