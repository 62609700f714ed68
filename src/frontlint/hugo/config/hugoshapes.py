"""What Hugo's settings must be, row by row, as Hugo 0.168 refuses them; compared with it value by value.

A row is a kind, the path of a mapping (`.` is the top), and names in it; `*` means all other names.
The kinds are those of `shapes.py`; with `!` an empty value is refused, too. What Hugo takes in any form, such
as `taxonomies` and `frontmatter`, has no row.
"""

from __future__ import annotations

from typing import Final

ROWS: Final = """
flag . buildDrafts buildExpired buildFuture canonifyURLs capitalizeListTitles disableAliases enableEmoji
flag . defaultContentLanguageInSubdir defaultContentRoleInSubdir defaultContentVersionInSubdir enableGitInfo
flag . disableDefaultLanguageRedirect disableDefaultSiteRedirect disableHugoGeneratorInject disableLiveReload
flag . disablePathToLower enableMissingTranslationPlaceholders enableRobotsTXT hasCJKLanguage ignoreCache
flag . noBuildLock panicOnWarning pluralizeListTitles printI18nWarnings printPathWarnings relativeURLs
flag . printUnusedTemplates removePathAccents templateMetrics templateMetricsHints
text . archetypeDir assetDir contentDir copyright dataDir defaultContentLanguage defaultContentRole i18nDir
text . defaultContentVersion ignoreVendorPaths layoutDir newContentEditor publishDir refLinksErrorLevel
text . refLinksNotFoundURL resourceDir sectionPagesMenu timeZone titleCaseStyle defaultOutputFormat
texts . disableKinds disableLanguages ignoreFiles ignoreLogs mainSections renderSegments theme staticDir
texts . staticDir0 staticDir1 staticDir2 staticDir3 staticDir4 staticDir5 staticDir6 staticDir7 staticDir8
texts . staticDir9 staticDir10
number . summaryLength
old-flag . logI18nWarnings logPathWarnings
old-texts . ignoreErrors
moved . minifyOutput
timeout . timeout
text . baseURL languageCode locale title themesDir

codes! . languages
table! languages *
words languages.* title languageName languageDirection languageCode locale label direction
decimal languages.* weight
switch languages.* disabled
text languages.* baseURL themesDir cacheDir workingDir environment
pattern! languages.*.permalinks *

table . menu menus
items! menus *
text menus.* identifier parent name pre post url pageRef title
number menus.* weight
map menus.* params

table . params outputFormats page pagination
table outputFormats *
text outputFormats.* baseName path rel protocol
flag outputFormats.* isHTML isPlainText noUgly notAlternative permalinkable root ugly
number outputFormats.* weight
type! outputFormats.* mediaType
text page nextPrevSortOrder nextPrevInSectionSortOrder
number pagination pagerSize
text pagination path
flag pagination disableAliases

table! . related
percent related threshold
flag related includeNewer toLower
some related indices
text related.indices name pattern
index related.indices type
flag related.indices applyFilter toLower
number related.indices weight
percent related.indices cardinalityThreshold

open . mediaTypes contentTypes roles versions segments privacy services
table mediaTypes *
text mediaTypes.* delimiter
table contentTypes *
table roles *
table versions *
decimal roles.* weight
decimal versions.* weight
table segments *
some segments.* includes excludes
table privacy * disqus googleAnalytics instagram x vimeo youtube
flag privacy.disqus disable
flag privacy.googleAnalytics disable respectDoNotTrack
flag privacy.instagram disable simple
flag privacy.x disable enableDNT simple
flag privacy.vimeo disable enableDNT simple
flag privacy.youtube disable privacyEnhanced
table services * googleAnalytics disqus rss
text services.googleAnalytics ID
text services.disqus shortname
number services.rss limit

open . permalinks
pattern! permalinks *
open . cascade
table cascade target
text cascade.target path kind environment
table cascade.target sites
table cascade.target.sites matrix complements
texts cascade.target.sites.matrix languages roles versions
texts cascade.target.sites.complements languages roles versions
open . caches
open caches *
age caches.* maxAge
folder caches.* dir
open . sitemap
text sitemap changeFreq filename
flag sitemap disable
float sitemap priority

open . module
text module auth noProxy private proxy workspace
flag module vendorClosest
map module params
pairs module replacements
table module hugoVersion
text module.hugoVersion min max
flag module.hugoVersion extended
some module mounts imports
text module.mounts source target
texts module.mounts files includeFiles excludeFiles
table module.mounts sites
table module.mounts.sites matrix complements
texts module.mounts.sites.matrix languages roles versions
texts module.mounts.sites.complements languages roles versions
flag module.mounts disableWatch
text module.imports path
flag module.imports disable ignoreConfig ignoreImports noMounts noVendor

open . markup
parser markup defaultMarkdownHandler
table markup goldmark asciidocExt highlight tableOfContents rst
table markup.goldmark parser renderer renderHooks extensions
flag markup.goldmark.parser autoHeadingID autoDefinitionTermID wrapStandAloneImageWithinParagraph
text markup.goldmark.parser autoIDType
toggled markup.goldmark.parser attribute
flag markup.goldmark.parser.attribute title block
flag markup.goldmark.renderer unsafe hardWraps xhtml
table markup.goldmark.renderHooks image link
embedded markup.goldmark.renderHooks.image useEmbedded
embedded markup.goldmark.renderHooks.link useEmbedded
flag markup.goldmark.extensions definitionList linkify strikethrough table taskList
text markup.goldmark.extensions linkifyProtocol
toggled markup.goldmark.extensions footnote typographer
flag markup.goldmark.extensions.footnote enable
text markup.goldmark.extensions.footnote backlinkHTML
flag markup.goldmark.extensions.typographer disable
text markup.goldmark.extensions.typographer apostrophe ellipsis emDash enDash leftAngleQuote leftDoubleQuote
text markup.goldmark.extensions.typographer leftSingleQuote rightAngleQuote rightDoubleQuote rightSingleQuote
flag markup.goldmark duplicateResourceFiles
table markup.goldmark.extensions cjk passthrough extras
flag markup.goldmark.extensions.passthrough enable
table markup.goldmark.extensions.passthrough delimiters
table markup.goldmark.extensions.extras delete insert mark subscript superscript
flag markup.goldmark.extensions.extras.delete enable
flag markup.goldmark.extensions.extras.insert enable
flag markup.goldmark.extensions.extras.mark enable
flag markup.goldmark.extensions.extras.subscript enable
flag markup.goldmark.extensions.extras.superscript enable
flag markup.goldmark.extensions.cjk enable escapedSpace
text markup.goldmark.extensions.cjk eastAsianLineBreaksStyle
text markup.asciidocExt backend failureLevel safeMode
map markup.asciidocExt attributes
flag markup.asciidocExt noHeaderOrFooter
text markup.highlight style wrapperClass
flag markup.highlight anchorLineNos codeFences guessSyntax lineNumbersInTable noClasses
text markup.highlight hl_Lines lineAnchors
number markup.highlight lineNoStart tabWidth
number markup.tableOfContents startLevel endLevel
coloured markup.rst syntaxHighlight

open . imaging
anchor imaging anchor
colour imaging bgColor
filter imaging resampleFilter
hint imaging hint
quality imaging quality
table imaging exif meta avif jpeg webp
words imaging.exif includeFields excludeFields
strings imaging.meta fields
sources imaging.meta sources
quality imaging.avif quality
quality imaging.jpeg quality
quality imaging.webp quality
natural imaging.avif encoderSpeed
natural imaging.webp method
compression imaging.avif compression
compression imaging.webp compression
hint imaging.avif hint
hint imaging.webp hint
minify . minify
flag minify minifyOutput disableCSS disableHTML disableJS disableJSON disableSVG disableXML
table minify tdewolff
table minify.tdewolff css html js json svg xml
flag minify.tdewolff.html keepComments keepDefaultAttrVals keepDocumentTags
flag minify.tdewolff.html keepEndTags keepSpecialComments keepQuotes keepWhitespace
texts minify.tdewolff.html templateDelims
number minify.tdewolff.js version
texts minify.tdewolff.svg keepNamespaces
open . httpcache
table httpcache cache
table httpcache.cache for
texts httpcache.cache.for includes excludes
some httpcache polls
age httpcache.polls low high
flag httpcache.polls disable
table httpcache.polls for
texts httpcache.polls.for includes excludes
flag httpcache respectCacheControlNoStoreInRequest
open . server deployment security
some server redirects
some deployment targets matchers
texts deployment order
number deployment maxDeletes workers
flag deployment invalidateCDN
table security exec funcs http node
table security.node permissions
texts security.node.permissions allowAddons allowChildProcess allowRead allowWorker
"""

IN_LANGUAGES: Final = frozenset({"flag", "text", "texts", "number", "timeout"})
"""The kinds of the rows of the top that count in the settings of a language, too.

Hugo merges mappings there into its own settings, and so passes over one where it wants another value."""
