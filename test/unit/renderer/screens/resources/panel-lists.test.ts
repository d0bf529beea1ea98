import { describe, expect, it } from 'vitest';
import { chosenLists } from '../../../../../renderer/screens/resources/panel/panel-lists.ts';

const nothingFresh = { reads: 2, isFresh: () => false, asked: [] as string[], isFurther: false };
const related = ['apps_list', 'projects_list', 'firewalls_list'];

describe('the lists that a panel reads', () => {
  it('are those that its facts need, then what relates to the thing as far as the requests go', () => {
    expect(chosenLists({ ...nothingFresh, ofFacts: ['vpcs_list'], ofRelated: related })).toEqual({
      ask: ['vpcs_list', 'apps_list'],
      further: ['projects_list', 'firewalls_list'],
    });
  });

  it('are all that its facts need, even if that is more', () => {
    const ofFacts = ['vpcs_list', 'apps_list', 'tags_list'];
    expect(chosenLists({ ...nothingFresh, ofFacts, ofRelated: ['projects_list'] })).toEqual({
      ask: ofFacts,
      further: ['projects_list'],
    });
  });

  it('cost nothing where they were read lately', () => {
    const isFresh = (familyId: string) => familyId !== 'firewalls_list';
    expect(chosenLists({ ...nothingFresh, isFresh, ofFacts: ['vpcs_list'], ofRelated: related })).toEqual({
      ask: ['firewalls_list'],
      further: [],
    });
  });

  it('stay counted once they were asked for, although their names are known by then', () => {
    const asked = ['vpcs_list', 'projects_list'];
    expect(chosenLists({ ...nothingFresh, asked, ofFacts: [], ofRelated: related })).toEqual({
      ask: asked,
      further: ['apps_list', 'firewalls_list'],
    });
  });

  it('are all of them once a person looks further', () => {
    expect(chosenLists({ ...nothingFresh, isFurther: true, ofFacts: [], ofRelated: related })).toEqual({
      ask: related,
      further: [],
    });
  });
});
