/** Words with their web addresses made into links; only http and https, and never anything but text inside. */

const ADDRESS = /https?:\/\/[^\s<>"'()]+[^\s<>"'().,;:!?…،؛؟]/gi;

function isAddress(text: string): boolean {
  try {
    return new URL(text).host !== '';
  } catch {
    return false;
  }
}

function link(address: string): HTMLAnchorElement {
  const made = document.createElement('a');
  made.href = address;
  made.target = '_blank';
  made.rel = 'noopener noreferrer';
  made.textContent = address;
  return made;
}

export function richText(text: string): readonly Node[] {
  const nodes: Node[] = [];
  let end = 0;
  for (const match of text.matchAll(ADDRESS)) {
    if (!isAddress(match[0])) continue;
    nodes.push(document.createTextNode(text.slice(end, match.index)), link(match[0]));
    end = match.index + match[0].length;
  }
  nodes.push(document.createTextNode(text.slice(end)));
  return nodes;
}
