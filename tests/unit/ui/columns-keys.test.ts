import { describe, expect, test } from 'vitest';
import { rowAfter, TypeAhead } from '../../../src/ui/steps/columns/keys.ts';

test('keys move inside the list and stop at its ends', () => {
  expect(rowAfter('ArrowDown', 4, 10)).toBe(5);
  expect(rowAfter('ArrowUp', 0, 10)).toBe(0);
  expect(rowAfter('PageDown', 4, 10)).toBe(9);
  expect([rowAfter('Home', 4, 10), rowAfter('End', 4, 10)]).toEqual([0, 9]);
  expect(rowAfter('Tab', 4, 10)).toBeNull();
  expect(rowAfter('constructor', 4, 10)).toBeNull();
  expect(rowAfter('End', 0, 0)).toBeNull();
});

describe('typing a name', () => {
  const names = ['Âge', 'sexe', 'créatinine', 'CRP', 'poids', 'score de Charlson'];

  test('goes to the first that begins with it, without accents nor capitals', () => {
    const typed = new TypeAhead();
    expect(typed.find('c', names, 0, 0)).toBe(2);
    expect(typed.find('r', names, 2, 100)).toBe(2);
    expect(typed.find('p', names, 2, 200)).toBe(3);
    expect(typed.find('a', names, 3, 5000)).toBe(0);
  });

  test('the same letter again goes to the next one', () => {
    const typed = new TypeAhead();
    expect(typed.find('s', names, 0, 0)).toBe(1);
    expect(typed.find('s', names, 1, 100)).toBe(5);
    expect(typed.find('s', names, 5, 200)).toBe(1);
  });

  test('a word inside a name is found when no name begins with it; a space is part of it', () => {
    const typed = new TypeAhead();
    [...'de'].forEach((letter, i) => typed.find(letter, names, 0, i * 50));
    expect(typed.isTyping(200)).toBe(true);
    expect(typed.find(' ', names, 0, 200)).toBe(5);
    expect(typed.isTyping(5000)).toBe(false);
    expect(typed.find('z', names, 0, 9000)).toBeNull();
  });
});
