import { describe, expect, it } from '@jest/globals';
import { sendingOf } from './sending.js';

describe('sendingOf', () => {
  it('has the id of what was kept', () => {
    expect(sendingOf(201, '{"id":"1"}')).toEqual({ is: 'kept', id: '1' });
  });

  it('says why a file was refused', () => {
    expect(sendingOf(415, '{"code":"FILE_TYPE","message":"No."}')).toEqual({
      is: 'refused',
      code: 'FILE_TYPE',
      message: 'No.',
    });
  });

  it.each(['', '<html>', 'null', '{"id":7}'])('is not led astray by "%s"', (text) => {
    expect(sendingOf(500, text)).toEqual({ is: 'refused', code: 'FAILED', message: 'HTTP 500' });
    expect(sendingOf(502, text)).toEqual({ is: 'unreachable' });
  });
});
