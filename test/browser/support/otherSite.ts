/** A shop's own site on another origin, under a policy that lets in nothing but the chat. */

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface OtherSite {
  readonly url: string;
  stop(): Promise<void>;
}

/** @param chat the origin that the chat comes from and talks to */
export async function openOtherSite(chat: string): Promise<OtherSite> {
  const policy = `default-src 'none'; script-src ${chat}; connect-src ${chat} ${chat.replace(/^http/, 'ws')}; img-src data:`;
  const page = `<!doctype html><html lang="en"><head><title>A shop</title><link rel="icon" href="data:,">
<script src="${chat}/widget.js" data-tenant="garage" defer></script></head><body><h1>A shop</h1></body></html>`;
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html', 'content-security-policy': policy });
    response.end(page);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
