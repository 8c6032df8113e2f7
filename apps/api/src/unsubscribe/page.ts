/** In a file of its own: the content security policy lets no style stand in the page. */
export const UNSUBSCRIBE_STYLE = `body { max-width: 34rem; margin: 3rem auto; padding: 0 1rem; color: #1b1f23; font: 16px/1.5 system-ui, sans-serif }
button { padding: 0.6rem 1.1rem; border: 0; border-radius: 4px; background: #0b5c4a; color: #fff; font: inherit; cursor: pointer }
`;

/** In both languages: whose link it is, is not told. */
const page = (title: string, ...lines: readonly string[]): string =>
  [
    '<!doctype html>\n<html lang="nb">',
    '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
    `<title>${title} – Bistrøm</title><link rel="stylesheet" href="/unsubscribe/style.css"></head>`,
    `<body>\n<main>\n<h1>${title}</h1>`,
    ...lines,
    '</main>\n</body>\n</html>\n',
  ].join('\n');

/** The button posts to the page's own address, with what a mail program would post there (RFC 8058, 3.2). */
export const ASKING = page(
  'Varsler på e-post',
  '<p>Slå av de varslene som e-posten handlet om? <span lang="en">Turn the notices off that the e-mail was about?</span></p>',
  '<form method="post">',
  '<input type="hidden" name="List-Unsubscribe" value="One-Click">',
  '<button>Slå av <span lang="en">/ Turn off</span></button>',
  '</form>',
);

export const TURNED_OFF = page(
  'Slått av',
  '<p>Det lenken gjaldt, er slått av. Alt annet er som før. Du kan slå det på igjen på Bistrøm. <span lang="en">What the link was about is off. All else is as before. You can turn it on again on Bistrøm.</span></p>',
);

export const TRY_LATER = page(
  'Prøv igjen senere',
  '<p>For mange lenker er brukt fra denne adressen. Vent et minutt. <span lang="en">Too many links were used from this address. Try again later.</span></p>',
);
