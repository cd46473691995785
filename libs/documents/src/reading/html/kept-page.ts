/** What a page calls its maker that `keptHtml` wrote. */
export const keptBy = 'Trackrecord';

/** The name of the <meta> that holds a property of the document: its name in `data-name`, its value in `content`. */
export const keptProperty = 'trackrecord-property';
