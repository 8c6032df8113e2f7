import { describe, expect, it } from '@jest/globals';
import { phrasebook } from './phrasebook.js';

const en = {
  'said.far': 'too far',
  'said.road': '{km} km by road, reach {reach} km',
  'said.asked': '{offeredSaid} offered, {limitSaid} asked for',
  'said.serves': 'cannot serve as {input}',
  'said.state': 'The {sideSaid} is gone.',
  'said.part.atMost': 'at most {amountSaid}',
  'said.part.dry': '{amount} dry',
  'said.part.range': '{from} to {until}',
  'said.part.offer': 'offer',
};
const nb = {
  'said.far': 'for langt',
  'said.road': '{km} km på vei, rekkevidde {reach} km',
  'said.asked': '{offeredSaid} tilbys, {limitSaid} kreves',
  'said.serves': 'kan ikke brukes som {input}',
  'said.state': '{sideSaid} er borte.',
  'said.part.atMost': 'høyst {amountSaid}',
  'said.part.dry': '{amount} tørr vekt',
  'said.part.range': '{from} til {until}',
  'said.part.offer': 'tilbudet',
};
const worded = phrasebook(en, nb);

describe('phrasebook', () => {
  it('example', () => {
    expect(phrasebook({ 'said.far': 'too far' }, { 'said.far': 'for langt' })('too far')).toBe('for langt');
  });

  it('keeps values, and joins sentences as they were joined', () => {
    expect(worded('130 km by road, reach 129 km: too far')).toBe(
      '130 km på vei, rekkevidde 129 km: for langt',
    );
  });

  it('says a value that is a phrase itself in the same language, decimals with a comma', () => {
    expect(worded('18–20 % dry offered, at most 2.5 % dry asked for')).toBe(
      '18–20 % tørr vekt tilbys, høyst 2,5 % tørr vekt kreves',
    );
  });

  it('takes the name that the page knows', () => {
    expect(worded('cannot serve as Gravel', { input: 'Grus' })).toBe('kan ikke brukes som Grus');
  });

  it('begins a sentence as it began', () => {
    expect(worded('The offer is gone.')).toBe('Tilbudet er borte.');
  });

  it.each(['something new', '130 km by road, reach 129 km: something new', 'from here to there'])(
    'does not word %p in part',
    (sentence) => {
      expect(worded(sentence)).toBeUndefined();
    },
  );
});
