/** Claims about sealed secrets: they open with their own key at their own place, and say nothing before. */
import { keyIdOf, open, seal, type Sealed } from './secretBox';

const KEY = Buffer.alloc(32, 7);
const OTHER = Buffer.alloc(32, 8);
const TEXT = 'sk-geheim ✓ سر';

it('a secret opens with its key at its place', () => {
  expect(open(KEY, seal(KEY, TEXT, 'garage/X'), 'garage/X')).toEqual({ kind: 'opened', text: TEXT });
});

it('the same secret sealed twice looks different, and shows neither text nor key', () => {
  const [one, two] = [seal(KEY, TEXT, 'a'), seal(KEY, TEXT, 'a')];
  expect(one.box).not.toBe(two.box);
  const shown = Buffer.from(one.box, 'base64').toString('latin1') + one.keyId;
  expect(shown).not.toContain('sk-geheim');
  expect(shown).not.toContain(KEY.toString('hex').slice(0, 8));
});

it('another key opens nothing, and is told apart from damage', () => {
  expect(open(OTHER, seal(KEY, TEXT, 'a'), 'a')).toEqual({ kind: 'other-key' });
  const claimed = { ...seal(KEY, TEXT, 'a'), keyId: keyIdOf(OTHER) };
  expect(open(OTHER, claimed, 'a')).toEqual({ kind: 'damaged' });
});

it('a secret that was moved to another tenant or another name does not open', () => {
  expect(open(KEY, seal(KEY, TEXT, 'garage/X'), 'salon/X')).toEqual({ kind: 'damaged' });
});

it('no byte of it can be changed, and none be missing', () => {
  const sealed = seal(KEY, TEXT, 'a');
  const bytes = Buffer.from(sealed.box, 'base64');
  const changed = (at: number): Sealed => {
    const copy = Buffer.from(bytes);
    copy.writeUInt8(copy.readUInt8(at) ^ 1, at);
    return { ...sealed, box: copy.toString('base64') };
  };
  for (let at = 0; at < bytes.length; at += 1)
    expect(open(KEY, changed(at), 'a')).toEqual({ kind: 'damaged' });
  for (let length = 0; length < bytes.length; length += 1) {
    const cut = { ...sealed, box: bytes.subarray(0, length).toString('base64') };
    expect(open(KEY, cut, 'a')).toEqual({ kind: 'damaged' });
  }
});
