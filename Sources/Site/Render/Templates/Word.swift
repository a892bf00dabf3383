/// The fixed words that the generator itself writes into pages; templates use these and others.
enum Word: String, CaseIterable, Sendable {
  // The frame and the closing parts of a page.
  case home, reference, chapters, editionOf, published, updated, by, dataAsOf, edition, nextUpdate,
    tags
  case backToReference, previousPage, nextPage
  // What values and figures rest on.
  case status, period, table, tables, query, sources, allSources, accessed
  case usesQueries, exactRows, amongFewRows, amongRows, basis
  // Figures and values in the text.
  case figure, basedOn, publications, notAsReported, roundsToZero, drawing, termsAndCitation
  case figurePage, tablePage, figureTable, rowsBehind, someRows, noteLabel, definition
  case upBy, downBy, unchanged, timesTheValue, onBase, ofBase, better, worse
  case percentagePoint, percentagePoints
  case sourcesDisagreeOn, disputedValueOf, disputedValuesOf, computedFrom, and
  // Generated pages and their descriptions.
  case data, figures, alphabet, notFound, moved, disagreements, print, printPart, part
  case sourcesDescription, dataDescription, figuresDescription, tagsDescription, tagDescription
  case alphabetDescription, disagreementsDescription, printDescription, folderDescription,
    tableDescription, notFoundDescription
  case figureDescription, usedBy, notUsed, inText, digits, pages
  // Editions and what has changed.
  case changes, changesDescription, allChanges, editions, editionsDescription, comparedWith,
    nothingMoved
  case editionNamed, computedLater, computedAlone, changesSummary, revisedQuantities
  case revisedFigures, grownFigures, newFigures, goneFigures, revisedCount, roundedCount,
    addedCount, removedCount
  case newFigure, goneFigure, newRow, goneRow, changedTexts, title, from, to, noValue, asInEdition
  case recordDescription, recordExplanation, valuesUsed, today
  case whyData, whyQuery, whyText
  // Facts and columns of tables.
  case rows, columns, licence, checksum, download, key
  case name, type, unit, meaning, values, missing, noAnswer
  // Where sources disagree.
  case disagreementsSummary, noDisagreement
  case sourcesDisagree, preferenceOrder, quantity, source, value, difference, relative, shownIn
  case preferredHere, agreesRounded, notComparedBound, notComparedUnit, disputedValues
  // Files to be passed on.
  case citedEdition, citedData, readmeFrom, readmeEdition, readmeFiles, readmeTables, readmeRows
  case readmeQuery, readmeTerms, readmeCite, column, dataOf, unitInColumn, figuresFeed, provenance
  // Freshness, checks, citation.
  case dataTo, andMore, lastRead, replacedEvery, nextDue, noteNumber, overdueSince, place
  case keyRule, referenceRule, requiredRule, testRule
}
