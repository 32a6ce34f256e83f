/** What the bytes of a file can be told to be. */
export type FileContent =
  | 'pdf'
  | 'png'
  | 'jpeg'
  | 'gif'
  | 'webp'
  | 'heif'
  | 'tiff'
  | 'word'
  | 'sheet'
  | 'slides'
  | 'open-document'
  | 'old-office'
  | 'rich-text'
  | 'zip'
  | 'signed'
  | 'text';

/** One kind of file: the ends of its names, the media types it is sent under (the first is the registered one), its bytes. */
export interface FileKind {
  readonly extensions: readonly string[];
  readonly types: readonly string[];
  readonly content: readonly FileContent[];
}

const kind = (extensions: string, types: string, ...content: FileContent[]): FileKind => ({
  extensions: extensions.split(' '),
  types: types.split(' '),
  content,
});

const openXml = 'application/vnd.openxmlformats-officedocument.';
const openDocument = 'application/vnd.oasis.opendocument.';

/** The kinds of files whose name, media type and bytes are held against each other. Any other is only kept from being run. */
export const fileKinds: readonly FileKind[] = [
  kind('pdf', 'application/pdf', 'pdf'),
  kind('png', 'image/png', 'png'),
  kind('jpg jpeg', 'image/jpeg image/jpg image/pjpeg', 'jpeg'),
  kind('gif', 'image/gif', 'gif'),
  kind('webp', 'image/webp', 'webp'),
  kind('heic heif', 'image/heic image/heif', 'heif'),
  kind('avif', 'image/avif', 'heif'),
  kind('tif tiff', 'image/tiff', 'tiff'),
  kind('docx', `${openXml}wordprocessingml.document`, 'word'),
  kind('xlsx', `${openXml}spreadsheetml.sheet`, 'sheet'),
  kind('pptx', `${openXml}presentationml.presentation`, 'slides'),
  // Some systems write rich text under Word's old name, and many do so for tables as text under Excel's.
  kind('doc', 'application/msword', 'old-office', 'rich-text'),
  kind('xls', 'application/vnd.ms-excel', 'old-office'),
  kind('ppt', 'application/vnd.ms-powerpoint', 'old-office'),
  kind('odt', `${openDocument}text`, 'open-document'),
  kind('ods', `${openDocument}spreadsheet`, 'open-document'),
  kind('odp', `${openDocument}presentation`, 'open-document'),
  kind('odg', `${openDocument}graphics`, 'open-document'),
  kind('rtf', 'application/rtf text/rtf', 'rich-text'),
  kind('csv', 'text/csv application/csv text/comma-separated-values application/vnd.ms-excel text/plain', 'text'),
  kind('txt', 'text/plain', 'text'),
  kind('md', 'text/markdown text/plain', 'text'),
  kind('json geojson', 'application/json application/geo+json', 'text'),
  kind('zip', 'application/zip application/x-zip-compressed', 'zip'),
  // What Italian offices send signed: the signature's envelope with the document in it.
  kind('p7m', 'application/pkcs7-mime application/x-pkcs7-mime', 'signed'),
];

const neverExtensions =
  /\.(?:html?|xhtml|shtml|svgz?|xml|xslt?|[cm]?js|mht(?:ml)?|hta|php\d?|exe|com|bat|cmd|scr|pif|msi|vbs|wsf|ps1|sh|jar|lnk|url|apk|dmg|docm|dotm|xlsm|xltm|xlam|pptm|potm|ppsm)$/;
const neverTypes =
  /^(?:text\/(?:html|xml|javascript)|application\/(?:x?html|xml|(?:x-)?javascript|ecmascript|x-ms.*))$|\+xml$/;

/** The media type without its parameters, in lower case: `text/csv; charset=utf-8` → `text/csv`. */
export const bareType = (type: string): string => type.split(';')[0]!.trim().toLowerCase();

/** Whether files of this media type are never taken: a browser or a desktop would run them. */
export const isNeverType = (type: string): boolean => neverTypes.test(bareType(type));

const kindsByName = (name: string): readonly FileKind[] => {
  const [, extension = ''] = /\.([a-z0-9]{1,8})$/.exec(name.toLowerCase()) ?? [];
  return fileKinds.filter(({ extensions }) => extensions.includes(extension));
};

export const kindsByType = (type: string): readonly FileKind[] =>
  fileKinds.filter(({ types }) => types.includes(bareType(type)));

/** The media type to send a file under: devices know many kinds only by their name, or under another type. */
export const mediaTypeOf = (name: string, type: string): string =>
  kindsByName(name)[0]?.types[0] ?? (bareType(type) || 'application/octet-stream');

/** What a desktop takes a name for: it drops blanks, dots and signs without a shape at its end, and what follows a colon. */
const asTaken = (name: string): string =>
  name
    .toLowerCase()
    .replace(/:.*$/s, '')
    .replace(/[\p{C}\p{Z}.]+$/u, '');

/** Whether a file's name and media type go together and are of no kind that would be run. */
export const isNamedAsTyped = (name: string, type: string): boolean => {
  if (neverExtensions.test(asTaken(name)) || isNeverType(type)) return false;
  const kinds = kindsByName(name);
  return kinds.length === 0 || kinds.some(({ types }) => types.includes(bareType(type)));
};
