import { describe, expect, it } from 'vitest';
import { Table } from '../../../../main/demo/world/table.ts';

describe('a table', () => {
  it('finds rows by an id in any spelling', () => {
    const table = new Table('id', [{ id: 7, name: 'a' }]);
    expect(table.find('7')).toBe(table.find(7));
    expect(table.find(8)).toBeUndefined();
  });

  it('gives the same list until something changes', () => {
    const table = new Table('id', [{ id: 1 }]);
    const before = table.list();
    expect(table.list()).toBe(before);
    table.change(1, { name: 'b' });
    expect(table.list()).not.toBe(before);
    expect(before).toEqual([{ id: 1 }]);
  });

  it('writes a row as JSON once, and again after a change', () => {
    const table = new Table('id', [{ id: 1, name: 'a' }]);
    const row = table.find(1) ?? {};
    expect(table.jsonOf(row)).toBe('{"id":1,"name":"a"}');
    const after = table.change(1, { name: 'b' }) ?? {};
    expect(table.jsonOf(after)).toBe('{"id":1,"name":"b"}');
  });

  it('knows a row by its new id after the id changed', () => {
    const table = new Table('name', [{ name: 'old' }]);
    table.change('old', { name: 'new' });
    expect([table.find('old'), table.find('new'), table.size]).toEqual([undefined, { name: 'new' }, 1]);
  });

  it('changes and removes nothing that does not exist', () => {
    const table = new Table('id');
    expect([table.change(1, {}), table.remove(1), table.version]).toEqual([undefined, undefined, 0]);
  });
});
