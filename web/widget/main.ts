/** The widget's beginning: one script tag on a page becomes a chat in its corner. */

import { Chat } from './chat';
import { readOptions } from './options';

const HOST_ID = 'nobat-widget';

function begin(script: HTMLScriptElement): void {
  if (document.getElementById(HOST_ID)) return;
  const options = readOptions(script, navigator.languages, document.documentElement.lang);
  if (!options) return;
  const host = document.createElement('div');
  host.id = HOST_ID;
  document.body.append(host);
  new Chat(options, host).start();
}

const script = document.currentScript;
if (script instanceof HTMLScriptElement) {
  if (document.body) begin(script);
  else document.addEventListener('DOMContentLoaded', () => begin(script));
}
