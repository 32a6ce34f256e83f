/** Right examples of each checked code, invented or published as examples. */
export const someCodes = {
  email: ['maria.rossi@example.it', 'ufficio+tributi@comune.example.org', 'a@b.eu'],
  phone: ['0118612111', '+390118612111', '3471234567', '+39 347 123 45 67', '+33 1 42 68 53 00', '800 123 456'],
  url: ['https://www.example.it', 'http://example.org/pagina?x=1#y'],
  'postal-code': ['10121', '10060', '00118'],
  iban: ['IT60X0542811101000000123456', 'it60 x054 2811 1010 0000 0123 456', 'FR14 2004 1010 0505 0001 3M02 606'],
  'tax-code': ['RSSMRA85T10A562S', 'rssmra85t10a562s', '00484960588'],
} as const;
