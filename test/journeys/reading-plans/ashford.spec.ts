import { countFound, proposePlan } from '@trackrecord/documents';
import { describe, expect, it } from 'vitest';
import { checkAccounts } from './check-accounts.ts';
import { lookupReferencePlan } from './reference-plan.ts';

const reference = lookupReferencePlan('ashford-1-cypp-2008-2011.txt');

/** "8-13" as 8, 9 … 13: the actions of each heading were noted while reading the document. */
const refs = (...spans: ReadonlyArray<string>): ReadonlyArray<string> =>
  spans.flatMap((span) => {
    const [first = 0, last = first] = span.split('-').map(Number);
    return Array.from({ length: last - first + 1 }, (_, at) => String(first + at));
  });

// Without the reference plans beside the clone there is nothing to read: see test/kit.
describe.skipIf(reference === undefined)('given the Ashford plan of 2008 to 2011', () => {
  if (reference === undefined) return;
  const plan = proposePlan(reference.document);
  const withRating = (rating: string | undefined) =>
    plan.actions.filter((action) => action.rating === rating).map(({ ref }) => ref);
  const under = (place: string) =>
    plan.actions
      .filter(
        (action) => (action.under.theme ?? action.under.priority ?? action.under.enabler) === place,
      )
      .map(({ ref }) => ref);
  const action = (ref: string) => plan.actions.find((one) => one.ref === ref);

  it('when read then every block is accounted for and the accounted text is the document', () => {
    checkAccounts(reference.bytes, reference.document, plan);
  });

  it('then it counts what is in it', () => {
    expect(countFound(plan)).toMatchObject({
      priorities: 9,
      themes: 16,
      enablers: 4,
      results: 0,
      actions: 84,
      missingNumbers: [72],
      targets: 13,
      codedIndicators: 23,
      updateRequests: 14,
      doubtfulRequests: 1,
      glossaryTerms: 24,
      outcomeLinks: 9,
    });
  });

  it('then actions are numbered 1 to 85 without 72, and no number twice', () => {
    expect(plan.actions.map(({ ref }) => ref)).toEqual(refs('1-71', '73-85'));
    expect(
      plan.actions.every(({ ref, number, label }) => ref === number && label === `Action ${ref}.`),
    ).toBe(true);
    expect(plan.duplicates).toEqual([]);
  });

  it('then each action has the rating that stands beside it, or none', () => {
    expect(withRating('Red')).toEqual(
      refs('8', '11-13', '22', '32', '37', '55', '60', '75', '77', '80', '85'),
    );
    expect(withRating('Green')).toEqual(
      refs('5', '24', '30', '33', '47', '52', '68', '70', '74', '79', '83'),
    );
    expect(withRating('Amber/Green')).toEqual(['4']);
    expect(withRating(undefined)).toEqual(refs('14', '19', '28-29', '38', '40', '58-59', '63'));
    expect(withRating('Amber')).toHaveLength(50);
  });

  it('then actions stand under their priorities, themes and enablers', () => {
    expect(plan.priorities.map(({ ref }) => ref)).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
      '7a',
      '7b',
      '8',
    ]);
    expect(plan.enablers.map(({ ref }) => ref)).toEqual(['A', 'B', 'C', 'D']);
    const places: Readonly<Record<string, ReadonlyArray<string>>> = {
      '1': refs('1-7'),
      '2.1': refs('8-13'),
      '2.2': refs('14'),
      '2.3': refs('15-19'),
      '2.4': refs('20-22'),
      '2.5': refs('23-25'),
      '3.1': refs('26-27'),
      '3.2': refs('28-31'),
      '3.3': refs('32-34'),
      '3.4': refs('35-36'),
      '4': refs('37-40'),
      '5.1': refs('41-42'),
      '5.2': refs('43-50'),
      '5.3': refs('51'),
      '5.4': refs('52-53'),
      '5.5': refs('54-57'),
      '6.1': refs('58-62'),
      '6.2': refs('63-66'),
      '7a': refs('67-71', '73-75'),
      '7b': [],
      '8': refs('76-82'),
      A: [],
      B: refs('83-84'),
      C: [],
      D: refs('85'),
    };
    expect(Object.fromEntries(Object.keys(places).map((place) => [place, under(place)]))).toEqual(
      places,
    );
    expect(plan.themes.map(({ ref }) => ref)).toEqual(
      Object.keys(places)
        .filter((ref) => /^\d\.\d$/.test(ref))
        .sort(),
    );
  });

  it('then a cell that runs on over untabbed lines is one title', () => {
    const paragraphs = (ref: string) => action(ref)?.title.split('\n').length;
    expect(['15', '27', '32', '33', '73'].map(paragraphs)).toEqual([2, 5, 7, 4, 2]);
    expect(plan.actions.filter(({ title }) => title.includes('\n'))).toHaveLength(5);
  });

  it('then words that ask for news are requests of those they name', () => {
    const asked = plan.actions.flatMap(({ ref, requests }) =>
      requests.map(({ parties }) => [ref, parties.length]),
    );
    expect(asked).toEqual([
      ['10', 1],
      ['11', 2],
      ['12', 1],
      ['13', 0],
      ['19', 1],
      ['25', 1],
      ['26', 1],
      ['27', 1],
      ['28', 1],
      ['29', 1],
      ['30', 1],
      ['31', 0],
      ['41', 1],
      ['53', 0],
    ]);
    expect(action('11')?.requests.map(({ parties, words }) => [parties, words])).toEqual([
      [['Barbara', 'Paul Withington'], 'Barbara and Paul Withington to update'],
    ]);
    expect(action('27')?.requests.map(({ words }) => words)).toEqual(['Update from BEST']);
    expect(action('28')?.requests.map(({ parties, words }) => [parties, words])).toEqual([
      [['BEST'], 'Report needed from BEST'],
    ]);
    expect(['13', '31', '53'].map((ref) => action(ref)?.requests[0]?.words)).toEqual([
      'update needed',
      'Update?',
      'Further information needed',
    ]);
    expect(plan.doubtfulRequests.map(({ action: ref, words }) => [ref, words])).toEqual([
      ['23', 'WRAP Project update'],
    ]);
  });

  it('then nobody is made an owner, and the parties are those who are asked', () => {
    expect(plan.actions.flatMap(({ owners }) => owners)).toEqual([]);
    expect(plan.parties.map(({ kind }) => kind).sort()).toEqual([
      'organisation',
      ...Array<string>(7).fill('person'),
    ]);
  });

  it('then gaps in the words are data needs', () => {
    expect(
      plan.dataNeeds.map(({ under: { action: ref, target, enabler }, from }) => [
        ref ?? target ?? enabler,
        from.words,
      ]),
    ).toEqual([
      ['2', 'xxx'],
      ['2.1b', '(data needed)'],
      ['2.3a', '***'],
      ['C', '(how many have been trained in AS1?)'],
      ['C', '** … (?) … **'],
      ['D', '**'],
    ]);
  });

  it('then targets are known by their labels, also the one labelled like its theme', () => {
    expect(
      plan.targets.map(({ ref, under: place }) => [ref, place.theme ?? place.priority]),
    ).toEqual([
      ['1a', '1'],
      ['2.1a', '2.1'],
      ['2.1b', '2.1'],
      ['2.3a', '2.3'],
      ['2.3b', '2.3'],
      ['2.4', '2.4'],
      ['3.4a', '3.4'],
      ['3.4b', '3.4'],
      ['5.2a', '5.2'],
      ['5.2b', '5.2'],
      ['5.2c', '5.2'],
      ['6.2a', '6.2'],
      ['6.2b', '6.2'],
    ]);
  });

  it('then indicators are 22 national ones, CT 2, and seven without a code', () => {
    const codes = plan.indicators.flatMap(({ code }) => code ?? []);
    expect(codes.filter((code) => code.startsWith('NI '))).toHaveLength(22);
    expect(codes.filter((code) => !code.startsWith('NI '))).toEqual(['CT 2']);
    expect(
      plan.indicators
        .filter(({ code }) => code === undefined)
        .map(({ under: place, breakdowns }) => [place.priority, breakdowns.length]),
    ).toEqual([
      ['2', 0],
      ['2', 0],
      ['3', 0],
      ['3', 0],
      ['3', 0],
      ['7b', 0],
      ['8', 2],
    ]);
    expect(plan.indicators.find(({ code }) => code === 'NI 112')?.title).toBe('NI 112');
  });

  it('then numbers of an older plan and cross-references are told from the titles', () => {
    expect(
      plan.actions.flatMap(({ ref, knownAs }) => knownAs.map((number) => [ref, number])),
    ).toEqual([
      ['8', '30'],
      ['14', '6'],
      ['59', '14'],
    ]);
    expect(
      plan.actions.flatMap(({ ref, crossReferences }) =>
        crossReferences.map(({ asWritten }) => [ref, asWritten]),
      ),
    ).toEqual([
      ['19', 'Cross Reference TP LIG Plan'],
      ['27', 'Priority 2 no.15'],
      ['36', 'See Extended Schools audit'],
      ['59', 'Cross reference Aiming Higher'],
      ['73', 'See separate LCSP Strategic Education Plan'],
    ]);
    expect(
      plan.crossReferences.filter(({ under: place }) => Object.keys(place).length === 0),
    ).toHaveLength(4);
    expect(action('14')?.timescale).toEqual({
      asWritten: 'by September 2010',
      latest: '2010-09-30',
    });
  });

  it("then the county's priorities are linked by their numbers, as inferred", () => {
    expect(
      plan.outcomeLinks.map(({ priority, framework, ref, basis }) => [
        priority,
        framework,
        ref,
        basis,
      ]),
    ).toEqual(
      ['1', '2', '3', '4', '5', '6', '7a', '7b', '8'].map((ref) => [
        ref,
        'Kent CYPP',
        ref.slice(0, 1),
        'inferred',
      ]),
    );
    expect(
      plan.warnings.filter(({ message }) => message.includes('the document does not say so')),
    ).toHaveLength(8);
  });

  it('then the glossary keeps terms without a meaning, and a term that comes twice once', () => {
    expect(plan.glossary.filter(({ meaning }) => meaning === null).map(({ term }) => term)).toEqual(
      ['CHAT', 'WRAP'],
    );
    expect(plan.glossary.find(({ term }) => term === 'AS1')?.meaning).toBe('Ashford 1');
    expect(
      plan.warnings.filter(({ text, message }) => text === 'Year R' && message.includes('already')),
    ).toHaveLength(1);
  });

  it('then tables in notes and sections stay tables', () => {
    const tables = plan.narratives.flatMap(({ under: place, parts }) =>
      parts.flatMap((part) =>
        part.kind === 'table'
          ? [[place?.action ?? place?.priority, part.rows.length, part.rows[0]?.length]]
          : [],
      ),
    );
    expect(tables).toEqual([
      ['1', 7, 4],
      ['4', 1, 2],
      ['7b', 4, 7],
    ]);
    expect(action('1')?.notes).toHaveLength(3);
  });

  it('then priority 7b is kept as sections and bullets, and the remark on priority 4 as a remark', () => {
    const sections = plan.narratives.filter(({ under: place }) => place?.priority === '7b');
    expect(sections.map(({ parts }) => parts.filter(({ kind }) => kind === 'text').length)).toEqual(
      [5, 3, 6, 4, 4, 0],
    );
    const warned = (message: string) =>
      plan.warnings.filter((warning) => warning.message.includes(message)).map(({ line }) => line);
    expect(warned('kept as narrative')).toEqual([653]);
    expect(warned('Read as a remark')).toEqual([411]);
  });

  it('then title and period are what the plan calls itself', () => {
    expect(plan.title).toContain('Ashford 1 (AS1) Children and Young People');
    expect(plan.period).toEqual({
      asWritten: '2008 – 2011',
      earliest: '2008-01-01',
      latest: '2011-12-31',
    });
  });
});
