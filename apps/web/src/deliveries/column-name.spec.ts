import { expect, it } from '@jest/globals';
import { cellName } from '#domain';
import { columnName } from './column-name.js';

it('example: AB', () => expect(columnName(27)).toBe('AB'));

it.each([0, 25, 26, 51, 52, 701, 702])('calls column %d as the server does', (at) => {
  expect(`${columnName(at)}7`).toBe(cellName(at, 7));
});
