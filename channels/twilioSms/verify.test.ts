/** The signature of Twilio webhooks: the published vectors pass, and nothing near them does. */
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks';
import { publicAddress, verifyTwilio, type SignedRequest } from './verify';

const TOKEN = '12345';
const URL_1 = 'https://mycompany.com/myapp.php?foo=1&bar=2';

function body(fields: Record<string, string | string[]>): Buffer {
  const pairs = Object.entries(fields).flatMap(([name, value]) =>
    [value].flat().map((one): [string, string] => [name, one]),
  );
  return Buffer.from(new URLSearchParams(pairs).toString());
}

const CALL = {
  CallSid: 'CA1234567890ABCDE',
  Caller: '+14158675309',
  Digits: '1234',
  From: '+14158675309',
  To: '+18005551212',
};
const CALL_5310 = { ...CALL, Caller: '+14158675310', From: '+14158675310' };
const genuine: SignedRequest = { signature: 'RSOYDt4T1cUTdK1PDd93/VVr8B8=', url: URL_1, rawBody: body(CALL) };
const json = Buffer.from('{"property": "value", "boolean": true}');
const jsonUrl = `${URL_1}&bodySHA256=0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620`;

function kindOf(request: Partial<SignedRequest>, tokens: readonly string[] = [TOKEN]): string {
  return verifyTwilio({ ...genuine, ...request }, tokens).kind;
}

function signedFor(url: string, fields: Record<string, string | string[]> = CALL): string {
  return getExpectedTwilioSignature(TOKEN, url, fields);
}

describe('published vectors', () => {
  it.each([
    ['form', URL_1, body(CALL), 'RSOYDt4T1cUTdK1PDd93/VVr8B8='],
    ['JSON by its hash', jsonUrl, json, 'a9nBmqA0ju/hNViExpshrM61xv4='],
    [
      'another host',
      'https://example.com/myapp.php?foo=1&bar=2',
      body(CALL_5310),
      'L/OH5YylLD5NRKLltdqwSvS0BnU=',
    ],
    [
      'a mixed-case host',
      'https://MyCompany.com/myapp.php?foo=1&bar=2',
      body(CALL),
      'g9IN/x4Cft2g517EjYvEvM/W7LU=',
    ],
  ])('%s', (_name, url, rawBody, signature) => {
    expect(signature).toMatch(/^[A-Za-z0-9+/]{27}=$/);
    expect(verifyTwilio({ signature, url, rawBody }, [TOKEN]).kind).toBe('ok');
  });

  it('repeated fields count once each, sorted', () => {
    const fields = { Sid: 'CA123', SidAccount: 'AC123', Digits: ['5678', '1234', '1234'] };
    const request = { signature: 'IK+Dwps556ElfBT0I3Rgjkr1wJU=', rawBody: body(fields) };
    expect(kindOf({ ...request, url: 'https://mycompany.com/myapp.php?foo=1&bar=2' })).toBe('ok');
  });
});

describe('spellings of one address', () => {
  it.each([
    ['https://mycompany.com/a?b=1', 'https://mycompany.com:443/a?b=1'],
    ['http://mycompany.com/a?b=1', 'http://mycompany.com:80/a?b=1'],
    ['https://mycompany.com/a?b=1', 'https://mycompany.com:8443/a?b=1'],
  ])('%s and %s', (without, withPort) => {
    expect(kindOf({ url: withPort, signature: signedFor(without) })).toBe('ok');
  });

  it('with the default port where Twilio signed it so', () => {
    expect(kindOf({ url: URL_1, signature: signedFor(URL_1.replace('.com', '.com:443')) })).toBe('ok');
    expect(kindOf({ url: URL_1, signature: signedFor(URL_1.replace('.com', '.com:8443')) })).toBe('wrong');
  });

  it('a quote in the query, escaped or not, on either side', () => {
    const [plain, escaped] = [`${URL_1}&name=O'Neill`, `${URL_1}&name=O%27Neill`];
    expect(kindOf({ url: plain, signature: signedFor(escaped) })).toBe('ok');
    expect(kindOf({ url: escaped, signature: signedFor(plain) })).toBe('ok');
  });
});

describe('fields', () => {
  it('unknown fields are signed like all others, and white space is kept', () => {
    const fields = { ...CALL, Body: '  two words \n', TomorrowsField: ' x ' };
    const verdict = verifyTwilio({ ...genuine, rawBody: body(fields), signature: signedFor(URL_1, fields) }, [
      TOKEN,
    ]);
    expect(verdict).toMatchObject({ kind: 'ok', params: { Body: '  two words \n', TomorrowsField: ' x ' } });
    expect(
      kindOf({ rawBody: body({ ...fields, Body: 'two words' }), signature: signedFor(URL_1, fields) }),
    ).toBe('wrong');
  });

  it('a field named __proto__ is a field and nothing more', () => {
    const rawBody = Buffer.from('__proto__=admin&A=1');
    const signature = getExpectedTwilioSignature(
      TOKEN,
      URL_1,
      JSON.parse('{"__proto__":"admin","A":"1"}') as object,
    );
    const verdict = verifyTwilio({ url: URL_1, rawBody, signature }, [TOKEN]);
    expect(verdict.kind).toBe('ok');
    expect(({} as { admin?: unknown }).admin).toBeUndefined();
  });
});

describe('what is not believed', () => {
  it('no header is missing, not wrong', () => {
    expect(kindOf({ signature: undefined })).toBe('missing');
    expect(kindOf({ signature: '' })).toBe('missing');
  });

  it('without a token nobody is believed, not even who signs with an empty one', () => {
    const signature = getExpectedTwilioSignature('', URL_1, CALL);
    expect(kindOf({ signature }, [])).toBe('not-configured');
    expect(kindOf({ signature }, [''])).toBe('not-configured');
    expect(kindOf({ signature }, ['', TOKEN])).toBe('wrong');
  });

  it('a changed JSON body, a changed hash, a signature of another length', () => {
    const signature = 'a9nBmqA0ju/hNViExpshrM61xv4=';
    expect(kindOf({ signature, url: jsonUrl, rawBody: Buffer.from('{"property": "other"}') })).toBe('wrong');
    expect(kindOf({ signature, url: jsonUrl.replace('0a1f', '0a1e'), rawBody: json })).toBe('wrong');
    expect(kindOf({ signature: 'x' })).toBe('wrong');
    expect(kindOf({ signature: `${genuine.signature}=` })).toBe('wrong');
  });

  it('a field that lost its "=" and so still spells the same', () => {
    const torn = body(CALL).toString().replace('Digits=', 'Digits');
    expect(kindOf({ rawBody: Buffer.from(torn) })).toBe('wrong');
  });
});

describe('rotation and the public address', () => {
  it('while tokens rotate either signs', () => {
    expect(kindOf({}, ['new-token', TOKEN])).toBe('ok');
    expect(kindOf({}, [TOKEN, 'old-token'])).toBe('ok');
    expect(kindOf({}, ['new-token', 'old-token'])).toBe('wrong');
  });

  it('is made of configuration and the path that was asked for', () => {
    expect(publicAddress('https://shop.example/', '/webhooks/twilio/messages?a=1')).toBe(
      'https://shop.example/webhooks/twilio/messages?a=1',
    );
    expect(publicAddress('https://shop.example/nobat', '/webhooks')).toBe(
      'https://shop.example/nobat/webhooks',
    );
    expect(publicAddress('https://shop.example', 'http://evil.example/x')).toMatch(
      /^https:\/\/shop\.example\//,
    );
  });
});
