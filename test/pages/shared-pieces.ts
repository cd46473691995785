import {
  assetLinksOf,
  buildAssets,
  chartFigure,
  type Frame,
  problemPage,
  renderPage,
  templateEnvironment,
} from '@trackrecord/pages';
import { sampleBars, sampleLines, sampleRatingHistory } from './sample-charts.ts';
import { dateBarElsewhere, dateBarRefused, sampleFrame } from './sample-frame.ts';
import { planModel } from './sample-plan.ts';
import {
  componentsTemplate,
  formTemplate,
  planTemplate,
  signInTemplate,
} from './sample-templates.ts';

const content = (template: string, model: object): string =>
  templateEnvironment.renderString(template, model);

const charts = (): string =>
  '<h1 class="govuk-heading-l">Charts</h1>' +
  chartFigure(
    sampleLines,
    'Young people not in work or training',
    'The table below holds every value.',
  ) +
  chartFigure(sampleBars, 'Ratings by quarter') +
  chartFigure(sampleRatingHistory(12), 'Ratings of twelve actions');

const refused = [
  {
    field: 'effectiveOn',
    message:
      'When did this become true? “31/2/2026” is not a date that exists. Enter one such as 3/3/2026 or 2026-03-03.',
  },
  { field: 'why', message: 'Why? Enter a sentence that will stand in the history.' },
];

/** The shared pieces as whole pages, by path: what the gallery shows and axe looks at. */
export const sharedPieces = async (): Promise<ReadonlyMap<string, string>> => {
  const frame = sampleFrame(assetLinksOf(await buildAssets()));
  const page = (body: string, changes: Partial<Frame> = {}): string =>
    renderPage({ ...frame, ...changes }, body);
  const stranger: Partial<Frame> = {
    visitor: null,
    navigation: [],
    breadcrumbs: [],
    dateBar: null,
    dataLinks: [],
    csrfToken: null,
  };
  const form = { values: { rating: 'Red', effectiveOn: '31/2/2026', why: '' } };
  return new Map([
    ['/plan', page(content(planTemplate, planModel(14)), { wide: true })],
    [
      '/plan-elsewhere',
      page(content(planTemplate, { ...planModel(14), filtered: true }), {
        wide: true,
        dateBar: dateBarElsewhere,
      }),
    ],
    ['/plan-of-none', page(content(planTemplate, planModel(0)), { dateBar: dateBarRefused })],
    ['/plan-of-200', page(content(planTemplate, planModel(200)), { wide: true })],
    [
      '/paper',
      page(content(planTemplate, planModel(24)), {
        print: true,
        wide: true,
        dateBar: dateBarElsewhere,
      }),
    ],
    [
      '/form',
      page(content(formTemplate, { ...form, errors: [] }), {
        title: 'Rate action 27',
        banner: {
          kind: 'success',
          text: 'Saved: action 26 is Amber.',
          link: { text: 'See its history', href: '/plans/harbour/actions/26' },
        },
      }),
    ],
    [
      '/form-refused',
      page(content(formTemplate, { ...form, errors: refused, conflict: true }), {
        title: 'Rate action 27',
        errors: refused,
      }),
    ],
    [
      '/components',
      page(content(componentsTemplate, planModel(3)), {
        title: 'Components',
        banner: {
          kind: 'important',
          text: 'The June paper was imported again: nothing had changed.',
        },
      }),
    ],
    ['/charts', page(charts(), { title: 'Charts', wide: true })],
    [
      '/charts-of-200',
      page(
        '<h1 class="govuk-heading-l">Ratings</h1>' +
          chartFigure(sampleRatingHistory(200), 'Ratings of two hundred actions'),
        { title: 'Ratings', wide: true },
      ),
    ],
    ['/sign-in', page(content(signInTemplate, { errors: [] }), { ...stranger, title: 'Sign in' })],
    [
      '/not-found',
      page(
        problemPage({
          status: 404,
          message: 'There is no action 99 in the plan “harbour”; its actions run from 1 to 84.',
          ways: [{ text: 'Go back to the plan', href: '/plans/harbour' }],
        }).content,
        { title: 'Page not found' },
      ),
    ],
    [
      '/broken',
      page(
        problemPage({ status: 500, requestId: '0f7c1d9e-5b1a-4f0e-9a51-3f6a2c1d7e88' }).content,
        { ...stranger, title: 'Sorry, there is a problem with the service' },
      ),
    ],
  ]);
};
