/** Pages that are nobody's: they use every shared piece as a real page would. */
export const planTemplate = `
{% from "components/components.njk" import sortableHead, filterPanel, pager, emptyState, tally %}
{% from "forms/fields.njk" import textField, selectField %}
<span class="govuk-caption-l">Harbour and Vale Children’s Partnership</span>
<h1 class="govuk-heading-l">Harbour and Vale Children’s Plan 2026 to 2029</h1>
{{ tally(counts) }}
{% call filterPanel({ action: "/plans/harbour", open: filtered, clearHref: "/plans/harbour", applied: ["Rating: Red or Amber", "Owner: Harbour Youth Service"] if filtered else [] }) %}
  {{ textField({ field: "search", label: "Words in the action", value: "" }) }}
  {{ selectField({ field: "rating", label: "Rating", items: [{ value: "Red", text: "Red" }, { value: "Amber", text: "Amber" }], nothing: "Any", value: "Red" if filtered }) }}
  {{ selectField({ field: "owner", label: "Owner", items: [{ value: "p-1", text: "Harbour Youth Service" }], nothing: "Anybody" }) }}
  {{ selectField({ field: "group", label: "Group by", items: [{ value: "priority", text: "Priority" }] }) }}
{% endcall %}
{% if actions.length %}
<table class="govuk-table app-table app-stack">
  <caption class="govuk-table__caption govuk-table__caption--m">{{ actions.length | count("action") }}</caption>
  {{ sortableHead(headers) }}
  <tbody class="govuk-table__body">
  {% for action in actions %}
    <tr class="govuk-table__row">
      <td class="govuk-table__cell" data-label="Action">{{ action.ref }}</td>
      <th scope="row" class="govuk-table__header govuk-!-font-weight-regular"><a class="govuk-link" href="/plans/harbour/actions/{{ action.ref }}">{{ action.title }}</a></th>
      <td class="govuk-table__cell" data-label="Rating">{{ action.rating | ratingTag }}</td>
      <td class="govuk-table__cell" data-label="Owner">{{ action.owner }}</td>
      <td class="govuk-table__cell" data-label="By">{{ action.timescale }}</td>
      <td class="govuk-table__cell" data-label="Last update">{{ action.updated | ukShortDate }}</td>
      <td class="govuk-table__cell" data-label="Note">{{ action.note | longText(120) }}</td>
    </tr>
  {% endfor %}
  </tbody>
</table>
{{ pager({ previous: "/plans/harbour?before=1", next: "/plans/harbour?after=14", nextLabel: "actions 15 to 28" }) }}
{% else %}
{{ emptyState({ text: "No action matches", hint: "Nothing in this plan has all of what you asked for.", links: [{ text: "Clear the filters", href: "/plans/harbour" }] }) }}
{% endif %}
`;

export const formTemplate = `
{% from "components/components.njk" import conflictBanner, facts %}
{% from "forms/fields.njk" import hiddenFields, ratingField, becameTrueField, whyField, onWordOfField, submitButtons, longTextField, checkboxField, fileField, radioField %}
{% if conflict %}
{{ conflictBanner({ what: "Desmond Okell changed the rating of action 27 from Amber to Green on 5 March 2026, 2:02pm.", theirs: "Green, since 1 March 2026", mine: "Red, since 3 March 2026", theirsHref: "/plans/harbour/actions/27", form: "change" }) }}
{% endif %}
<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">Action 27</span>
<h1 class="govuk-heading-l">Rate: Bring the wait for a first appointment down to four weeks</h1>
<form method="post" action="/plans/harbour/actions/27/rate" id="change" novalidate data-warn-unsaved>
  {{ hiddenFields({ csrfToken: "made-up", basedOn: 812 }) }}
  {{ ratingField({ field: "rating", ratings: ["Red", "Amber", "Amber/Green", "Green", "Complete", "Not started", "Paused"], value: values.rating, errors: errors }) }}
  {{ becameTrueField({ value: values.effectiveOn, errors: errors }) }}
  {{ whyField({ value: values.why, errors: errors }) }}
  {{ onWordOfField({ items: [{ value: "p-1", text: "Harbour Youth Service" }, { value: "p-2", text: "Desmond Okell" }], errors: errors }) }}
  {{ radioField({ field: "size", label: "How sure is it?", items: [{ value: "a", text: "Known", hint: "Somebody has counted." }, { value: "b", text: "Estimated" }], errors: errors, small: true }) }}
  {{ checkboxField({ field: "tell", label: "Tell", items: [{ value: "owner", text: "The owner" }, { value: "board", text: "The board" }], values: ["owner"], errors: errors, small: true }) }}
  {{ fileField({ field: "file", label: "The paper", hint: "A text file, a Word document or a spreadsheet, up to 10 MB.", accept: ".txt,.docx", errors: errors }) }}
  {{ submitButtons({ text: "Save the rating", second: { text: "Save and rate the next", name: "then", value: "next" }, cancelHref: "/plans/harbour/actions/27" }) }}
</form>
</div></div>
`;

export const signInTemplate = `
{% from "forms/fields.njk" import hiddenFields, textField, passwordField, submitButtons %}
<div class="govuk-grid-row"><div class="govuk-grid-column-one-half">
<h1 class="govuk-heading-l">Sign in</h1>
<form method="post" action="/sign-in" novalidate>
  {{ hiddenFields({ csrfToken: "made-up" }) }}
  {{ textField({ field: "name", label: "User name", autocomplete: "username", errors: errors }) }}
  {{ passwordField({ field: "password", label: "Password", errors: errors }) }}
  {{ submitButtons({ text: "Sign in" }) }}
</form>
</div></div>
`;

export const componentsTemplate = `
{% from "components/components.njk" import facts, pager, emptyState %}
{% from "govuk/components/warning-text/macro.njk" import govukWarningText %}
{% from "govuk/components/inset-text/macro.njk" import govukInsetText %}
<h1 class="govuk-heading-l">Components</h1>
<h2 class="govuk-heading-m">Ratings</h2>
<p class="govuk-body">
{% for word in ["Red", "Red/Amber", "Amber", "Amber/Green", "Green", "Complete", "Not started", null, "Paused"] %}{{ word | ratingTag }} {% endfor %}
</p>
<p class="govuk-body">It was <span class="app-rating-change">{{ "Amber" | ratingTag }} and became {{ "Red" | ratingTag }}</span> on {{ "2026-03-03" | ukDate }}, recorded {{ "2026-03-05T14:02:00.000Z" | ukInstant }}.</p>
<h2 class="govuk-heading-m">Facts</h2>
{{ facts([
  { key: "Owner", text: "Harbour Youth Service", actions: [{ text: "Change", href: "/change", hidden: "the owner" }] },
  { key: "Timescale", text: "By the end of September 2027, subject to the review of the county’s transport strategy" },
  { key: "Rating", html: "Red" | ratingTag | string, actions: [{ text: "Rate", href: "/rate", hidden: "the action" }] },
  { key: "Note", html: actions[0].note | longText(100) | string }
]) }}
<h2 class="govuk-heading-m">Words</h2>
{{ "First paragraph\\nwith two lines.\\n\\nSecond <b>paragraph</b>." | paragraphs }}
{{ govukWarningText({ text: "Undoing this import takes back everything that it said.", iconFallbackText: "Warning" }) }}
{{ govukInsetText({ text: "Nobody leads this action: the plan’s manager answers for it." }) }}
{{ pager({ previous: "/a", next: "/b" }) }}
{{ emptyState({ text: "Nobody owes an update", hint: "Everything was updated within the last three months." }) }}
<div class="app-scroll" tabindex="0" role="region" aria-label="Values by district">
<table class="govuk-table app-table"><caption class="govuk-table__caption govuk-table__caption--m">Values by district</caption>
<thead class="govuk-table__head"><tr class="govuk-table__row"><th scope="col" class="govuk-table__header">Period</th>{% for n in range(0, 14) %}<th scope="col" class="govuk-table__header govuk-table__header--numeric">District&nbsp;{{ n }}</th>{% endfor %}</tr></thead>
<tbody class="govuk-table__body"><tr class="govuk-table__row"><th scope="row" class="govuk-table__header">2025/26</th>{% for n in range(0, 14) %}<td class="govuk-table__cell govuk-table__cell--numeric">{{ n * 3 }}.5</td>{% endfor %}</tr></tbody></table>
</div>
`;
