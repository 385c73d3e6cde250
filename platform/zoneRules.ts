/** Which edition of the zone rules this process runs with. */

/** The runtime's own name for it, such as `2026a`; a Node built without a zone database of its own is told by its version. */
export const zoneRulesVersion: string = process.versions['tz'] ?? `node ${process.version}`;
