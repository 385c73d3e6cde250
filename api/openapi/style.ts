/** The looks of the page, served beside it: the security policy allows no style inside a page. */
export const STYLE = `
:root { color-scheme: light dark; --line: #8886; --link: light-dark(#0b57d0, #8ab4f8); }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 62rem; margin: 0 auto; padding: 1rem; }
a { color: var(--link); }
code { font-family: ui-monospace, monospace; font-size: 0.92em; overflow-wrap: anywhere; }
nav ul { columns: 22rem; padding: 0; list-style: none; }
section { border-top: 1px solid var(--line); padding: 0.5rem 0 1.5rem; }
h2 { font-size: 1.15rem; } h3 { font-size: 1rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
td { border-top: 1px solid var(--line); padding: 0.3rem 0.8rem 0.3rem 0; vertical-align: top; text-align: start; }
`;
