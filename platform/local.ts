/** Tells addresses that only this machine can reach from all others. */

/** True for the loopback addresses of IPv4 (RFC 1122, 127.0.0.0/8) and IPv6, and for localhost (RFC 6761). */
export function isLoopback(host: string): boolean {
  const name = host.toLowerCase().replace(/^\[|\]$/g, '');
  return (
    name === 'localhost' || name.endsWith('.localhost') || name === '::1' || /^127(\.\d{1,3}){3}$/.test(name)
  );
}

export function isLocalUrl(url: string): boolean {
  return isLoopback(new URL(url).hostname);
}
