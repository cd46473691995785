import { type MakeOrders, type OnPlan, simply } from '@trackrecord/application';
import {
  AddEnabler,
  AddPriority,
  AddTheme,
  Ref,
  RewordEnabler,
  RewordPriority,
  RewordTheme,
  type Text,
} from '@trackrecord/domain';
import type { FormItem } from '@trackrecord/pages';
import * as E from 'fp-ts/lib/Either.js';
import { pipe } from 'fp-ts/lib/function.js';
import type { FormPlace, PlanForm } from '../change-form.ts';
import { shortened } from './form-words.ts';
import { mostOfTitle, type ReadField, readRef, readText, together, wrong } from './read-fields.ts';

type Kind = 'priority' | 'theme' | 'enabler';

type Item = Readonly<{ ref: string; title: string }>;

const itemsOf = ({ asked }: FormPlace, kind: Kind): ReadonlyArray<Item> => {
  const { priorities, enablers } = asked.answer;
  switch (kind) {
    case 'priority':
      return priorities;
    case 'theme':
      return priorities.flatMap(({ themes }) => themes);
    case 'enabler':
      return enablers;
  }
};

const choices = (items: ReadonlyArray<Item>): ReadonlyArray<FormItem> =>
  items.map(({ ref, title }) => ({ value: ref, text: shortened(`${ref}: ${title}`, 90) }));

const paths: Readonly<Record<Kind, string>> = {
  priority: 'priorities',
  theme: 'themes',
  enabler: 'enablers',
};

const capitalised = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1);

type NewItem = Readonly<{ ref: Ref; title: Text; priority: Ref | undefined }>;

const adding = (kind: Kind, { ref, title, priority }: NewItem): MakeOrders<OnPlan> =>
  simply(() => {
    switch (kind) {
      case 'priority':
        return AddPriority.of({ priority: ref, title });
      case 'theme':
        // A theme is only read with its priority: see below.
        return AddTheme.of({ theme: ref, title, priority: priority ?? ref });
      case 'enabler':
        return AddEnabler.of({ enabler: ref, title });
    }
  });

const readPriority = (kind: Kind, typed: string): ReadField<Ref | undefined> => {
  if (kind !== 'theme') return E.right(undefined);
  return Ref.is(typed)
    ? E.right(typed)
    : wrong('priority', 'Of which priority? Choose one from the list.');
};

/** Adds a priority, a theme or an enabler for actions to stand under. */
const newItemForm = (kind: Kind, example: string): PlanForm => ({
  name: `${paths[kind]}/new`,
  may: 'manage',
  fieldOf: { [kind]: 'ref' },
  shows: (of) => ({
    heading: `New ${kind}`,
    fields: [
      ...(kind === 'theme'
        ? [
            {
              kind: 'select' as const,
              field: 'priority',
              label: 'Of which priority?',
              value: of.filled.text('priority'),
              items: choices(itemsOf(of, 'priority')),
              nothing: 'Choose a priority',
            },
          ]
        : []),
      {
        kind: 'text',
        field: 'ref',
        label: 'Number',
        hint: `What the plan knows it by, such as ${example}.`,
        value: of.filled.text('ref'),
        width: '10',
      },
      {
        kind: 'longText',
        field: 'title',
        label: 'Words',
        value: of.filled.text('title'),
        rows: 3,
      },
    ],
    button: `Add the ${kind}`,
  }),
  reads: ({ filled }) =>
    pipe(
      together(
        readPriority(kind, filled.text('priority')),
        together(
          readRef('ref', 'Number', filled.text('ref')),
          readText('title', 'Words', filled.text('title'), mostOfTitle),
        ),
      ),
      E.map(([priority, [ref, title]]) => ({
        make: adding(kind, { ref, title, priority }),
        done: `${capitalised(kind)} ${ref} is in the plan.`,
        nothingNew: `${capitalised(kind)} ${ref} is in the plan already.`,
        mine: `“${shortened(title)}”`,
      })),
    ),
});

const rewording = (kind: Kind, ref: Ref, title: Text): MakeOrders<OnPlan> =>
  simply(() => {
    switch (kind) {
      case 'priority':
        return RewordPriority.of({ priority: ref, title });
      case 'theme':
        return RewordTheme.of({ theme: ref, title });
      case 'enabler':
        return RewordEnabler.of({ enabler: ref, title });
    }
  });

const readItem = (kind: Kind, typed: string): ReadField<Ref> =>
  Ref.is(typed) ? E.right(typed) : wrong('ref', `Which ${kind}? Choose one from the list.`);

/** Rewords one; `?ref=2.3` chooses it beforehand, and its words then stand in the form. */
const rewordItemForm = (kind: Kind): PlanForm => ({
  name: `${paths[kind]}/reword`,
  may: 'manage',
  fieldOf: { [kind]: 'ref' },
  shows: (of) => {
    const items = itemsOf(of, kind);
    const ref = of.filled.text('ref');
    return {
      heading: `Reword a ${kind}`.replace('a enabler', 'an enabler'),
      lead: items.length === 0 ? [`The plan has no ${paths[kind]} yet.`] : [],
      fields: [
        {
          kind: 'select',
          field: 'ref',
          label: `Which ${kind}?`,
          value: ref,
          items: choices(items),
          nothing: 'Choose one',
        },
        {
          kind: 'longText',
          field: 'title',
          label: 'New words',
          value: of.filled.text('title', items.find((one) => one.ref === ref)?.title ?? ''),
          rows: 3,
        },
      ],
      button: 'Save the words',
    };
  },
  reads: ({ filled }) =>
    pipe(
      together(
        readItem(kind, filled.text('ref')),
        readText('title', 'New words', filled.text('title'), mostOfTitle),
      ),
      E.map(([ref, title]) => ({
        make: rewording(kind, ref, title),
        done: `${capitalised(kind)} ${ref} was reworded.`,
        nothingNew: `${capitalised(kind)} ${ref} says so on that date already.`,
        mine: `“${shortened(title)}”`,
      })),
    ),
});

/** What actions stand under: added and reworded. */
export const structureForms: ReadonlyArray<PlanForm> = [
  newItemForm('priority', '7 or 7a'),
  newItemForm('theme', '2.3'),
  newItemForm('enabler', 'A'),
  rewordItemForm('priority'),
  rewordItemForm('theme'),
  rewordItemForm('enabler'),
];
