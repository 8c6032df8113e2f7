import { describe, expect, it } from '@jest/globals';
import { webhookProblems } from './endpoint.js';

const faults = (url: string, allowsHttp = false): readonly string[] =>
  webhookProblems({ url, description: 'ERP', events: ['match.found'] }, allowsHttp).map((one) => one.message);

describe('an endpoint that is asked for', () => {
  it('example: names at least one event', () => {
    expect(
      webhookProblems({ url: 'https://a.example/', description: 'ERP', events: [] }, false).map(
        (one) => one.path,
      ),
    ).toEqual([['input', 'events']]);
  });

  it('has a description on one line', () => {
    const asked = { url: 'https://a.example', description: 'a\nb', events: ['match.found'] as const };
    expect(webhookProblems(asked, false).map((one) => one.path.join('.'))).toEqual(['input.description']);
  });

  it.each([
    'https://hooks.granvåk.example/bistrøm?key=æ',
    'https://a.example:443/x',
    'https://a.example:80/x',
    'https://a.example:1024/x',
    'https://[2001:db8::1]/x',
  ])('may be at %s', (url) => expect(faults(url)).toEqual([]));

  it.each([
    ['http://a.example/', 'An https:// address'],
    ['ftp://a.example/', 'An https:// address'],
    ['javascript:alert(1)', 'An https:// address'],
    ['a.example', 'An https:// address'],
    [`https://a.example/${'x'.repeat(500)}`, 'at most 500'],
    ['https://kari@a.example/', 'No name or password'],
    ['https://kari:s@a.example/', 'No name or password'],
    ['https://a.example./', 'without a dot'],
    ['https://a.example:22/', 'Port 443'],
    ['https://a.example:1023/', 'Port 443'],
    ['https://a.example/#x', 'after #'],
  ])('may not be at %s', (url, why) => {
    expect(faults(url).length).toBe(1);
    expect(faults(url)[0]).toContain(why);
  });

  it('may be in the clear only where the operator allows it', () => {
    expect(faults('http://127.0.0.1:4000/', true)).toEqual([]);
  });
});
