<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
 <context>
  <name>Explorer</name>
  <message>
   <location filename="assets/starter/manifest.json" />
   <source>Animals, engines, weather and most other noises: it never heard them.</source>
   <translation>Tiere, Motoren, Wetter und die meisten anderen Geräusche: er hat sie nie gehört.</translation>
  </message>
  <message>
   <location filename="assets/starter/manifest.json" />
   <source>Animals, vehicles, food, instruments, furniture and tools, in photos and in drawings.</source>
   <translation>Tiere, Fahrzeuge, Essen, Instrumente, Möbel und Werkzeuge, auf Fotos und in Zeichnungen.</translation>
  </message>
  <message>
   <location filename="assets/starter/manifest.json" />
   <source>Any language but English.</source>
   <translation>Jede andere Sprache als Englisch.</translation>
  </message>
  <message>
   <location filename="assets/starter/manifest.json" />
   <source>Colours, counts, styles and who is left or right of whom are hardly told apart.</source>
   <translation>Farben, Anzahlen, Stile und wer links oder rechts von wem steht, unterscheidet er kaum.</translation>
  </message>
  <message>
   <location filename="assets/starter/manifest.json" />
   <source>Drums, cymbals, bells, electronic and other sounds of music programs.</source>
   <translation>Trommeln, Becken, Glocken, elektronische und andere Klänge von Musikprogrammen.</translation>
  </message>
  <message>
   <location filename="assets/starter/manifest.json" />
   <source>Emoji, icons and symbols of everyday things.</source>
   <translation>Emojis, Piktogramme und Zeichen für alltägliche Dinge.</translation>
  </message>
  <message>
   <location filename="assets/starter/manifest.json" />
   <source>English words and short sentences read aloud by a speech synthesiser, four in five of them.</source>
   <translation>Englische Wörter und kurze Sätze, von einem Sprachsynthesizer vorgelesen, vier von fünf davon.</translation>
  </message>
  <message>
   <location filename="assets/starter/manifest.json" />
   <source>Names of persons, places, monuments and brands.</source>
   <translation>Namen von Menschen, Orten, Denkmälern und Marken.</translation>
  </message>
  <message>
   <location filename="assets/starter/manifest.json" />
   <source>Pictures, English words and sounds; ships with Explorer, needs no network.</source>
   <translation>Bilder, englische Wörter und Klänge; gehört zu Explorer und braucht kein Netz.</translation>
  </message>
  <message>
   <location filename="assets/starter/manifest.json" />
   <source>Scenes, moods, people and what they do are weak.</source>
   <translation>Szenen, Stimmungen, Menschen und was sie tun, erkennt er schlecht.</translation>
  </message>
  <message>
   <location filename="assets/starter/manifest.json" />
   <source>Short English words and phrases.</source>
   <translation>Kurze englische Wörter und Wendungen.</translation>
  </message>
  <message>
   <location filename="assets/starter/manifest.json" />
   <source>Speech of people: half of it or more is misheard, for it has heard recordings of three alone.</source>
   <translation>Was Menschen sagen: die Hälfte oder mehr versteht er falsch, denn er hat nur von dreien Aufnahmen gehört.</translation>
  </message>
  <message>
   <location filename="assets/starter/manifest.json" />
   <source>Text within pictures.</source>
   <translation>Text in Bildern.</translation>
  </message>
  <message>
   <location filename="explorer/api/host.py" />
   <source>Plugin '{plugin}' failed while loading ({kind}: {detail}).</source>
   <translation>Die Erweiterung „{plugin}“ ist beim Laden gescheitert ({kind}: {detail}).</translation>
  </message>
  <message>
   <location filename="explorer/api/host.py" />
   <source>{file} has no function 'register(registrar)'.</source>
   <translation>{file} hat keine Funktion „register(registrar)“.</translation>
  </message>
  <message>
   <location filename="explorer/api/host.py" />
   <source>{file} is not a Python module.</source>
   <translation>{file} ist kein Python-Modul.</translation>
  </message>
  <message>
   <location filename="explorer/api/host.py" />
   <source>{folder} has the same id '{plugin}' as {other}; one has to go.</source>
   <translation>{folder} hat dieselbe Kennung „{plugin}“ wie {other}; eines muss weichen.</translation>
  </message>
  <message>
   <location filename="explorer/api/manifest.py" />
   <source>Plugin '{plugin}' needs the package {line}, but {have}. Install it with: pip install "{line}"</source>
   <translation>Das Plugin „{plugin}“ braucht das Paket {line}, aber {have}. Installieren Sie es mit: pip install "{line}"</translation>
  </message>
  <message>
   <location filename="explorer/api/manifest.py" />
   <source>Plugin '{plugin}' was written for plugin API {api}; this Explorer has {ours}. Look for a version of the plugin that fits.</source>
   <translation>Das Plugin „{plugin}“ wurde für die Plugin-API {api} geschrieben; dieser Explorer hat {ours}. Suchen Sie eine Version des Plugins, die passt.</translation>
  </message>
  <message>
   <location filename="explorer/api/manifest.py" />
   <source>{file} cannot be read: {reason}.</source>
   <translation>{file} kann nicht gelesen werden: {reason}.</translation>
  </message>
  <message>
   <location filename="explorer/api/manifest.py" />
   <source>{file} has no '{key}'; a plugin needs id, name, version and api.</source>
   <translation>In {file} fehlt „{key}“; ein Plugin braucht id, name, version und api.</translation>
  </message>
  <message>
   <location filename="explorer/api/manifest.py" />
   <source>{file} is not valid TOML: {error}.</source>
   <translation>{file} ist kein gültiges TOML: {error}.</translation>
  </message>
  <message>
   <location filename="explorer/api/manifest.py" />
   <source>{file}: 'requires' has to be a list of packages.</source>
   <translation>{file}: „requires“ muss eine Liste von Paketen sein.</translation>
  </message>
  <message>
   <location filename="explorer/api/registry.py" />
   <source>A modality of plugin '{owner}' has no '{attribute}'.</source>
   <translation>Einer Modalität des Plugins „{owner}“ fehlt „{attribute}“.</translation>
  </message>
  <message>
   <location filename="explorer/api/registry.py" />
   <source>The {kind} '{key}' is already provided by plugin '{first}'.</source>
   <translation>{kind} „{key}“ kommt schon vom Plugin „{first}“.</translation>
  </message>
  <message>
   <location filename="explorer/collection/answers.py" />
   <source>Search by words needs words to look for; add some, or use meaning.</source>
   <translation>Die Suche nach Wörtern braucht Wörter; gib welche ein oder suche nach Bedeutung.</translation>
  </message>
  <message>
   <location filename="explorer/collection/answers.py" />
   <source>The query is empty: add words, a picture, an item or a filter.</source>
   <translation>Die Anfrage ist leer: Füge Wörter, ein Bild, ein Element oder einen Filter hinzu.</translation>
  </message>
  <message>
   <location filename="explorer/collection/answers.py" />
   <source>This collection was indexed with another version of the space '{space}'. Index its folders again to search it with this one.</source>
   <translation>Diese Sammlung wurde mit einer anderen Version des Raums „{space}“ indiziert. Indizieren Sie ihre Ordner erneut, um sie mit dieser zu durchsuchen.</translation>
  </message>
  <message>
   <location filename="explorer/collection/asking.py" />
   <source>There is no word to colour by.</source>
   <translation>Es gibt kein Wort, nach dem gefärbt werden könnte.</translation>
  </message>
  <message>
   <location filename="explorer/collection/contents.py" />
   <source>There is no item {item_id} in this collection.</source>
   <translation>In dieser Sammlung gibt es keinen Eintrag {item_id}.</translation>
  </message>
  <message>
   <location filename="explorer/collection/embed_run.py" />
   <source>In '{space}' everything had its vectors already.</source>
   <translation>In „{space}“ hatte schon alles seine Vektoren.</translation>
  </message>
  <message>
   <location filename="explorer/collection/embed_run.py" />
   <source>In '{space}': {parts} ({seconds} s).</source>
   <translation>In „{space}“: {parts} ({seconds} s).</translation>
  </message>
  <message>
   <location filename="explorer/collection/embed_run.py" />
   <source>{count} changed since they were indexed</source>
   <translation>{count} seit dem Erfassen geändert</translation>
  </message>
  <message>
   <location filename="explorer/collection/embed_run.py" />
   <source>{count} embedded</source>
   <translation>{count} eingebettet</translation>
  </message>
  <message>
   <location filename="explorer/collection/embed_run.py" />
   <source>{count} failed</source>
   <translation>{count} gescheitert</translation>
  </message>
  <message>
   <location filename="explorer/collection/export.py" />
   <source>{file} cannot be written: {reason}.</source>
   <translation>{file} kann nicht geschrieben werden: {reason}.</translation>
  </message>
  <message>
   <location filename="explorer/collection/export.py" />
   <source>{folder} is not empty; choose a new folder.</source>
   <translation>{folder} ist nicht leer; wähle einen neuen Ordner.</translation>
  </message>
  <message>
   <location filename="explorer/collection/export.py" />
   <source>{name} is no form this can be exported to: use .csv, .parquet, or the name of a folder.</source>
   <translation>{name} ist keine Form für den Export: nimm .csv, .parquet oder den Namen eines Ordners.</translation>
  </message>
  <message>
   <location filename="explorer/collection/filters.py" />
   <source>A filter is one condition; take out the ';'.</source>
   <translation>Ein Filter ist eine einzige Bedingung; nimm das „;“ heraus.</translation>
  </message>
  <message>
   <location filename="explorer/collection/filters.py" />
   <source>The filter '{where}' cannot be understood: {reason}. It is SQL over these columns, texts in single quotes: {columns}.</source>
   <translation>Der Filter „{where}“ ist nicht zu verstehen: {reason}. Er ist SQL über diese Spalten, Texte in einfachen Anführungszeichen: {columns}.</translation>
  </message>
  <message>
   <location filename="explorer/collection/filters.py" />
   <source>The filter '{where}' compares the list of tags with a text. Ask for a tag like this: array_has(tags, 'bird').</source>
   <translation>Der Filter „{where}“ vergleicht die Liste der Schlagwörter mit einem Text. Frage so nach einem Schlagwort: array_has(tags, 'bird').</translation>
  </message>
  <message>
   <location filename="explorer/collection/filters.py" />
   <source>The filter names the column '{column}'. There is: {columns}.</source>
   <translation>Der Filter nennt die Spalte „{column}“. Es gibt: {columns}.</translation>
  </message>
  <message>
   <location filename="explorer/collection/hit_table.py" />
   <source>{name} is no table: let its name end in .csv or .parquet.</source>
   <translation>{name} ist keine Tabelle: Der Name muss auf .csv oder .parquet enden.</translation>
  </message>
  <message>
   <location filename="explorer/collection/index_report.py" />
   <source>{count} indexed</source>
   <translation>{count} erfasst</translation>
  </message>
  <message>
   <location filename="explorer/collection/index_report.py" />
   <source>{count} of them moved</source>
   <translation>{count} davon verschoben</translation>
  </message>
  <message>
   <location filename="explorer/collection/index_report.py" />
   <source>{count} removed</source>
   <translation>{count} entfernt</translation>
  </message>
  <message>
   <location filename="explorer/collection/index_report.py" />
   <source>{count} skipped because nothing opens them</source>
   <translation>{count} übergangen, weil nichts sie öffnet</translation>
  </message>
  <message>
   <location filename="explorer/collection/index_report.py" />
   <source>{count} unchanged</source>
   <translation>{count} unverändert</translation>
  </message>
  <message>
   <location filename="explorer/collection/index_report.py" />
   <source>{found} found: {parts} ({seconds} s).</source>
   <translation>{found} gefunden: {parts} ({seconds} s).</translation>
  </message>
  <message>
   <location filename="explorer/collection/index_run.py" />
   <source>Looking in {folder}</source>
   <translation>Es wird in {folder} nachgesehen</translation>
  </message>
  <message>
   <location filename="explorer/collection/indexing.py" />
   <source>Another program has let '{space}' serve in this collection. Open the collection again, then index.</source>
   <translation>Ein anderes Programm lässt in dieser Sammlung „{space}“ dienen. Öffnen Sie die Sammlung erneut, dann indizieren Sie.</translation>
  </message>
  <message>
   <location filename="explorer/collection/indexing.py" />
   <source>Loading the space</source>
   <translation>Der Raum wird geladen</translation>
  </message>
  <message>
   <location filename="explorer/collection/indexing.py" />
   <source>Tidying up</source>
   <translation>Es wird aufgeräumt</translation>
  </message>
  <message>
   <location filename="explorer/collection/intake.py" />
   <source>reading it was given up</source>
   <translation>das Lesen wurde aufgegeben</translation>
  </message>
  <message>
   <location filename="explorer/collection/library.py" />
   <source>A collection cannot be called '{name}': use letters, digits, spaces and dashes.</source>
   <translation>Eine Sammlung kann nicht „{name}“ heißen: nimm Buchstaben, Ziffern, Leerzeichen und Striche.</translation>
  </message>
  <message>
   <location filename="explorer/collection/library.py" />
   <source>Some of {folder} could not be deleted: {reason}. Delete the folder.</source>
   <translation>Manches in {folder} konnte nicht gelöscht werden: {reason}. Lösche den Ordner.</translation>
  </message>
  <message>
   <location filename="explorer/collection/library.py" />
   <source>There is a collection called '{name}' already.</source>
   <translation>Eine Sammlung namens „{name}“ gibt es schon.</translation>
  </message>
  <message>
   <location filename="explorer/collection/library.py" />
   <source>There is no collection called '{name}'. Make one: explorer index FOLDER -c NAME</source>
   <translation>Es gibt keine Sammlung namens „{name}“. Lege eine an: explorer index ORDNER -c NAME</translation>
  </message>
  <message>
   <location filename="explorer/collection/library.py" />
   <source>There is no collection called '{name}'. There is: {known}.</source>
   <translation>Es gibt keine Sammlung namens „{name}“. Es gibt: {known}.</translation>
  </message>
  <message>
   <location filename="explorer/collection/library.py" />
   <source>There is no collection in {folder}.</source>
   <translation>In {folder} ist keine Sammlung.</translation>
  </message>
  <message>
   <location filename="explorer/collection/library.py" />
   <source>{folder} cannot be renamed: {reason}.</source>
   <translation>{folder} kann nicht umbenannt werden: {reason}.</translation>
  </message>
  <message>
   <location filename="explorer/collection/marks.py" />
   <source>A tag needs at least one letter.</source>
   <translation>Ein Schlagwort braucht mindestens einen Buchstaben.</translation>
  </message>
  <message>
   <location filename="explorer/collection/notebook.py" />
   <source>A name needs at least one letter.</source>
   <translation>Ein Name braucht mindestens einen Buchstaben.</translation>
  </message>
  <message>
   <location filename="explorer/collection/notebook.py" />
   <source>A saved search needs an id, a name and a query.</source>
   <translation>Eine gespeicherte Suche braucht eine Kennung, einen Namen und eine Anfrage.</translation>
  </message>
  <message>
   <location filename="explorer/collection/notebook.py" />
   <source>The name '{name}' is taken; choose another one.</source>
   <translation>Der Name „{name}“ ist vergeben; wählen Sie einen anderen.</translation>
  </message>
  <message>
   <location filename="explorer/collection/patches.py" />
   <source>Keeping patches</source>
   <translation>Bildteile werden aufbewahrt</translation>
  </message>
  <message>
   <location filename="explorer/collection/patches.py" />
   <source>Patches of {kept} items were kept; {already} had theirs already.</source>
   <translation>Die Teile von {kept} Elementen wurden aufbewahrt; {already} hatten ihre schon.</translation>
  </message>
  <message>
   <location filename="explorer/collection/patches.py" />
   <source>{count} failed, the first of them {path}: {reason}</source>
   <translation>{count} gescheitert, zuerst {path}: {reason}</translation>
  </message>
  <message>
   <location filename="explorer/collection/patches.py" />
   <source>{count} have parts with vectors of their own.</source>
   <translation>{count} haben Teile mit eigenen Vektoren.</translation>
  </message>
  <message>
   <location filename="explorer/collection/patching.py" />
   <source>The space '{space}' gives no patches, so words meet whole items only.</source>
   <translation>Der Raum „{space}“ gibt keine Bildteile, also treffen Wörter nur ganze Einträge.</translation>
  </message>
  <message>
   <location filename="explorer/collection/reranking.py" />
   <source>'{matcher}' compares pictures with words: add words to the query.</source>
   <translation>„{matcher}“ vergleicht Bilder mit Wörtern: fügen Sie der Anfrage Wörter hinzu.</translation>
  </message>
  <message>
   <location filename="explorer/collection/search.py" />
   <source>The terms of the query cancel each other out; change a weight.</source>
   <translation>Die Teile der Anfrage heben einander auf; ändere ein Gewicht.</translation>
  </message>
  <message>
   <location filename="explorer/collection/several_spaces.py" />
   <source>'{space}' serves in this collection. Let another one serve first.</source>
   <translation>„{space}“ dient in dieser Sammlung. Lass zuerst einen anderen dienen.</translation>
  </message>
  <message>
   <location filename="explorer/collection/several_spaces.py" />
   <source>The collection '{name}' has no vectors of '{space}'. It has: {there}. `explorer index -c {name} --space {space}` makes them.</source>
   <translation>Die Sammlung „{name}“ hat keine Vektoren von „{space}“. Sie hat: {there}. `explorer index -c {name} --space {space}` macht sie.</translation>
  </message>
  <message>
   <location filename="explorer/collection/survey.py" />
   <source>{name} is not there. Check the path, or connect the drive it is on; nothing was marked as removed.</source>
   <translation>{name} ist nicht da. Prüfen Sie den Pfad oder schließen Sie das Laufwerk an; nichts wurde als entfernt vermerkt.</translation>
  </message>
  <message>
   <location filename="explorer/collection/terms.py" />
   <source>Keep one from the hits of a search.</source>
   <translation>Behalte eines aus den Treffern einer Suche.</translation>
  </message>
  <message>
   <location filename="explorer/collection/terms.py" />
   <source>None of the items of '{name}' is in this collection.</source>
   <translation>Keines der Elemente von „{name}“ ist in dieser Sammlung.</translation>
  </message>
  <message>
   <location filename="explorer/collection/terms.py" />
   <source>Nothing that '{name}' was learned from is in this collection.</source>
   <translation>Nichts, woraus „{name}“ gelernt wurde, ist in dieser Sammlung.</translation>
  </message>
  <message>
   <location filename="explorer/collection/terms.py" />
   <source>The direction '{name}' leads nowhere: both ends are one.</source>
   <translation>Die Richtung „{name}“ führt nirgendwohin: Beide Enden sind eins.</translation>
  </message>
  <message>
   <location filename="explorer/collection/terms.py" />
   <source>The query '{value}' cannot be used: {reason}.</source>
   <translation>Die Anfrage „{value}“ ist nicht zu gebrauchen: {reason}.</translation>
  </message>
  <message>
   <location filename="explorer/collection/terms.py" />
   <source>The space '{space}' has no encoder for {content}, so it cannot be asked with {asked}; it encodes {known}.</source>
   <translation>Der Raum „{space}“ hat keinen Encoder für {content}, also kann man ihn nicht mit {asked} fragen; er kodiert {known}.</translation>
  </message>
  <message>
   <location filename="explorer/collection/terms.py" />
   <source>The vector in the query has {count} numbers; this collection's space needs {dimension}, finite and not all zero.</source>
   <translation>Der Vektor in der Anfrage hat {count} Zahlen; der Raum dieser Sammlung braucht {dimension}, endlich und nicht alle null.</translation>
  </message>
  <message>
   <location filename="explorer/collection/terms.py" />
   <source>There is no concept '{name}' in this collection. {there}</source>
   <translation>Ein Konzept „{name}“ gibt es in dieser Sammlung nicht. {there}</translation>
  </message>
  <message>
   <location filename="explorer/collection/terms.py" />
   <source>There is no item {item} in this collection.</source>
   <translation>Ein Element {item} gibt es in dieser Sammlung nicht.</translation>
  </message>
  <message>
   <location filename="explorer/collection/terms.py" />
   <source>There is: {known}.</source>
   <translation>Es gibt: {known}.</translation>
  </message>
  <message>
   <location filename="explorer/collection/terms.py" />
   <source>What '{name}' was learned from cancels itself out; add examples.</source>
   <translation>Woraus „{name}“ gelernt wurde, hebt sich auf; füge Beispiele hinzu.</translation>
  </message>
  <message>
   <location filename="explorer/collection/terms.py" />
   <source>the region of it that is asked for has no pixels</source>
   <translation>der gefragte Ausschnitt hat keine Bildpunkte</translation>
  </message>
  <message>
   <location filename="explorer/collection/terms.py" />
   <source>{path} has no vector in this space. Index it again to make one.</source>
   <translation>{path} hat keinen Vektor in diesem Raum. Erfasse es neu, dann bekommt es einen.</translation>
  </message>
  <message>
   <location filename="explorer/core/concept.py" />
   <source>A concept needs an id and a name.</source>
   <translation>Ein Konzept braucht eine Kennung und einen Namen.</translation>
  </message>
  <message>
   <location filename="explorer/core/query.py" />
   <source>A query term of kind 'vector' needs a list of numbers as value.</source>
   <translation>Ein Teil der Anfrage von der Art „vector“ braucht eine Liste von Zahlen.</translation>
  </message>
  <message>
   <location filename="explorer/core/query.py" />
   <source>A query's 'terms' must be a list of objects with kind and value.</source>
   <translation>„terms“ einer Anfrage ist eine Liste von Objekten mit kind und value.</translation>
  </message>
  <message>
   <location filename="explorer/core/query.py" />
   <source>The direction '{words}' needs two phrases: from where {arrow} to where, for example 'empty -&gt; crowded'.</source>
   <translation>Die Richtung „{words}“ braucht zwei Angaben: von wo {arrow} wohin, zum Beispiel „leer -&gt; voll“.</translation>
  </message>
  <message>
   <location filename="explorer/core/query.py" />
   <source>part of {name}</source>
   <translation>Teil von {name}</translation>
  </message>
  <message>
   <location filename="explorer/core/query.py" />
   <source>vector</source>
   <translation>Vektor</translation>
  </message>
  <message>
   <location filename="explorer/core/query.py" />
   <source>{count} items together</source>
   <translation>{count} Elemente zusammen</translation>
  </message>
  <message>
   <location filename="explorer/core/query.py" />
   <source>{disliked} not liked</source>
   <translation>{disliked} gefallen nicht</translation>
  </message>
  <message>
   <location filename="explorer/core/query.py" />
   <source>{liked} liked</source>
   <translation>{liked} gefallen</translation>
  </message>
  <message>
   <location filename="explorer/core/query.py" />
   <source>{liked} liked, {disliked} not</source>
   <translation>{liked} gefallen, {disliked} nicht</translation>
  </message>
  <message>
   <location filename="explorer/encoders/catalogue.py" />
   <source>'{source}' is no folder, and no checkpoint of that name is on this machine. `explorer spaces download {source}` fetches it from the hub.</source>
   <translation>„{source}“ ist kein Ordner, und ein Modell dieses Namens ist nicht auf diesem Rechner. `explorer spaces download {source}` holt es vom Hub.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/catalogue.py" />
   <source>'{space}' cannot be the id of a space. Use small letters, digits, dots, hyphens and underscores.</source>
   <translation>„{space}“ kann keine Kennung eines Raums sein. Nimm kleine Buchstaben, Ziffern, Punkte, Binde- und Unterstriche.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/catalogue.py" />
   <source>'{space}' ships with Explorer and cannot be removed.</source>
   <translation>„{space}“ gehört zu Explorer und kann nicht entfernt werden.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/catalogue.py" />
   <source>Checkpoints cannot be fetched here: there is no home folder.</source>
   <translation>Modelle können hier nicht geholt werden: Es gibt keinen Heimordner.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/catalogue.py" />
   <source>Spaces cannot be added here: there is no home folder.</source>
   <translation>Räume können hier nicht hinzugefügt werden: Es gibt keinen Heimordner.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/catalogue.py" />
   <source>There is a space called '{space}' already. Give this one another --id.</source>
   <translation>Einen Raum namens „{space}“ gibt es schon. Gib diesem eine andere Kennung (--id).</translation>
  </message>
  <message>
   <location filename="explorer/encoders/catalogue.py" />
   <source>There is no folder {folder}. Give the folder of a checkpoint.</source>
   <translation>Es gibt keinen Ordner {folder}. Gib den Ordner eines Modells an.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/catalogue.py" />
   <source>There is no space called '{space}' here. There is: {known}. The folder of a checkpoint is one too.</source>
   <translation>Einen Raum namens „{space}“ gibt es hier nicht. Es gibt: {known}. Auch der Ordner eines Modells ist einer.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/checkpoint.py" />
   <source>{file} is damaged: it holds no settings. Fetch the checkpoint again.</source>
   <translation>{file} ist beschädigt: Es stehen keine Einstellungen darin. Hole das Modell neu.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/checkpoint.py" />
   <source>{file} is damaged: it lists no weights. Fetch the checkpoint again.</source>
   <translation>{file} ist beschädigt: Es nennt keine Gewichte. Hole das Modell neu.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/checkpoint.py" />
   <source>{file} is damaged: {reason}. Fetch the checkpoint again.</source>
   <translation>{file} ist beschädigt: {reason}. Hole das Modell neu.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/checkpoint.py" />
   <source>{file} names the weights file '{name}', which is no .safetensors file of this folder; such a checkpoint is refused.</source>
   <translation>{file} nennt die Gewichte „{name}“, die keine .safetensors-Datei dieses Ordners sind; so ein Modell wird abgelehnt.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/checkpoint.py" />
   <source>{folder} asks to run Python code of its own (auto_map in {name}), which Explorer never does. Use a checkpoint of a family that transformers itself has.</source>
   <translation>{folder} will eigenen Python-Code ausführen (auto_map in {name}), was Explorer nie tut. Nimm ein Modell einer Familie, die transformers selbst kennt.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/checkpoint.py" />
   <source>{folder} has its weights in {weights} only, a format that can run code when it is opened, so Explorer does not. Use a checkpoint with .safetensors weights.</source>
   <translation>{folder} hat seine Gewichte nur in {weights}, einem Format, das beim Öffnen Code ausführen kann; darum öffnet Explorer es nicht. Nimm ein Modell mit .safetensors-Gewichten.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/checkpoint.py" />
   <source>{folder} has no weights: there is no {name}. Fetch the checkpoint again.</source>
   <translation>{folder} hat keine Gewichte: {name} fehlt. Hole das Modell neu.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/checkpoint.py" />
   <source>{folder} is no checkpoint: it has no {config}. Give the folder that holds the configuration and the .safetensors weights of an encoder.</source>
   <translation>{folder} ist kein Modell: {config} fehlt. Gib den Ordner mit der Konfiguration und den .safetensors-Gewichten eines Encoders an.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/checkpoint.py" />
   <source>{folder} lacks {name}, which its index names. Fetch the checkpoint again.</source>
   <translation>In {folder} fehlt {name}, das sein Verzeichnis nennt. Hole das Modell neu.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/checkpoint.py" />
   <source>{name} is not the file its index describes: they differ about '{example}'. Fetch the checkpoint again.</source>
   <translation>{name} ist nicht die Datei, die ihr Verzeichnis beschreibt: Bei „{example}“ weichen sie ab. Hole das Modell neu.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/devices.py" />
   <source>One input alone needs more memory than this device has. Close other programs, choose a smaller encoder, or set EXPLORER_DEVICE=cpu.</source>
   <translation>Schon eine Eingabe braucht mehr Speicher, als dieses Gerät hat. Schließe andere Programme, wähle einen kleineren Encoder oder setze EXPLORER_DEVICE=cpu.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/devices.py" />
   <source>There is no device '{name}' on this machine. Use 'cpu', or none to choose.</source>
   <translation>Ein Gerät „{name}“ gibt es auf diesem Rechner nicht. Nimm „cpu“, oder keines, dann wird gewählt.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/devices.py" />
   <source>There is no precision '{kind}'. There is: {known}.</source>
   <translation>Eine Genauigkeit „{kind}“ gibt es nicht. Es gibt: {known}.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/dual.py" />
   <source>A picture's vector is the mean of its query vectors; the family itself compares a text with the best of them.</source>
   <translation>Der Vektor eines Bildes ist das Mittel seiner Anfragevektoren; die Familie selbst vergleicht einen Text mit dem besten davon.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/dual.py" />
   <source>it merges patches into groups, which lie on no grid</source>
   <translation>er fasst Bildteile zu Gruppen zusammen, die auf keinem Raster liegen</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/dual.py" />
   <source>its queries look at the whole picture</source>
   <translation>seine Anfragen sehen das ganze Bild</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/dual.py" />
   <source>its text tower makes one vector from all words at once</source>
   <translation>sein Textturm macht aus allen Wörtern zugleich einen einzigen Vektor</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/dual.py" />
   <source>its towers may be of any kind</source>
   <translation>seine Türme können von beliebiger Art sein</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/dual.py" />
   <source>its vector is pooled by attention, which gives a single token no place in it</source>
   <translation>sein Vektor wird durch Aufmerksamkeit zusammengefasst, in der ein einzelnes Token keinen Platz hat</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/encoder.py" />
   <source>The {content} encoder of this space gives no tokens: {why_no_tokens}.</source>
   <translation>Der Encoder dieses Raums für {content} gibt keine Teile: {why_no_tokens}.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/encoder.py" />
   <source>The {content} encoder of this space gives {found} numbers where {dimension} were promised: its configuration does not fit its weights.</source>
   <translation>Der Encoder dieses Raums für {content} gibt {found} Zahlen, wo {dimension} versprochen waren: seine Konfiguration passt nicht zu seinen Gewichten.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/fusion.py" />
   <source>'{matcher}' joins no patches with words: ViLT and BridgeTower do, and BLIP as a space of its own.</source>
   <translation>„{matcher}“ verbindet keine Bildteile mit Wörtern: ViLT und BridgeTower tun das, und BLIP als eigener Raum.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/image.py" />
   <source>The patches of this network lie on no grid that is known.</source>
   <translation>Die Bildteile dieses Netzes liegen auf keinem bekannten Raster.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/image.py" />
   <source>The texts of this space are not read by the network that matches.</source>
   <translation>Die Texte dieses Raums liest nicht das Netz, das vergleicht.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/loading.py" />
   <source>The configuration of {folder} cannot be used: {reason}</source>
   <translation>Die Konfiguration von {folder} ist nicht zu gebrauchen: {reason}</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/loading.py" />
   <source>{folder} does not say how its sounds are prepared: it has no preprocessor_config.json. Fetch that file too; guessing would make wrong vectors.</source>
   <translation>{folder} sagt nicht, wie Töne vorbereitet werden: preprocessor_config.json fehlt. Hole auch diese Datei; Raten ergäbe falsche Vektoren.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/loading.py" />
   <source>{folder} holds a {architecture}, which gives no vectors to compare. Use a checkpoint of {network}.</source>
   <translation>In {folder} ist ein {architecture}, der keine vergleichbaren Vektoren gibt. Nimm ein Modell von {network}.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/loading.py" />
   <source>{folder} holds a {name}, which gives no vectors to search by; it puts the first hits in order.</source>
   <translation>In {folder} ist ein {name}, der keine Vektoren zum Suchen gibt; er ordnet die ersten Treffer.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/loading.py" />
   <source>{folder} is of the family '{kind}', which Explorer does not know. It knows {known}, and text encoders.</source>
   <translation>{folder} gehört zur Familie „{kind}“, die Explorer nicht kennt. Es kennt {known} und Text-Encoder.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/matcher_loading.py" />
   <source>{folder} cannot be used: {why}</source>
   <translation>{folder} ist nicht zu gebrauchen: {why}</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/matcher_loading.py" />
   <source>{folder} holds no network that matches pictures with texts. There are checkpoints of these: {known}.</source>
   <translation>In {folder} liegt kein Netz, das Bilder mit Texten abgleicht. Es gibt Checkpoints von diesen: {known}.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/network.py" />
   <source>'{space}' does not fit into the memory of {name}. Close other programs, or set EXPLORER_DEVICE=cpu.</source>
   <translation>„{space}“ passt nicht in den Speicher von {name}. Schließe andere Programme oder setze EXPLORER_DEVICE=cpu.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/network.py" />
   <source>The network of '{space}' failed: {reason} Its files may be of different checkpoints; fetch them again.</source>
   <translation>Das Netz von „{space}“ ist gescheitert: {reason} Vielleicht stammen die Dateien von verschiedenen Modellen; hole sie neu.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/network.py" />
   <source>The space '{space}' was closed; load it again.</source>
   <translation>Der Raum „{space}“ wurde geschlossen; lade ihn neu.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/network.py" />
   <source>{folder} cannot be loaded as a {class_name}: {reason}</source>
   <translation>{folder} kann nicht als {class_name} geladen werden: {reason}</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/network.py" />
   <source>{folder} lacks {count} of the weights of a {class_name}, '{example}' among them. It holds another kind of network, or not all of this one.</source>
   <translation>In {folder} fehlen {count} Gewichte eines {class_name}, darunter „{example}“. Es ist ein anderes Netz oder nicht das ganze.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/open_clip.py" />
   <source>This open_clip checkpoint prepares its pictures with '{name}', which Explorer does not know.</source>
   <translation>Dieses Modell von open_clip bereitet seine Bilder mit „{name}“ vor, das Explorer nicht kennt.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/open_clip.py" />
   <source>{folder} holds other weights than its {config} describes. Fetch the checkpoint again.</source>
   <translation>{folder} enthält andere Gewichte, als seine {config} beschreibt. Hole das Modell neu.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/open_clip.py" />
   <source>{folder} holds other weights than its {config} describes: '{example}' is missing or too much. Fetch the checkpoint again.</source>
   <translation>{folder} enthält andere Gewichte, als seine {config} beschreibt: „{example}“ fehlt oder ist zu viel. Hole das Modell neu.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/open_clip_parts.py" />
   <source>The picture tower of this open_clip checkpoint ({name}) is of a kind that Explorer does not know: it knows open_clip's own ViTs and ResNets, and timm's ConvNeXts, EVAs, Perception Encoders and ViTs of SigLIP. Use the same model's checkpoint for transformers, if there is one.</source>
   <translation>Der Bildturm dieses Modells von open_clip ({name}) ist von einer Art, die Explorer nicht kennt: Es kennt die ViTs und ResNets von open_clip selbst sowie die ConvNeXts, die EVAs, die Perception Encoder und die SigLIP-ViTs von timm. Nimm dasselbe Modell in der Fassung für transformers, falls es sie gibt.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/open_clip_texts.py" />
   <source>The text tower of this open_clip checkpoint ({name}) is of a kind that Explorer does not know: it knows open_clip's own and those of RoBERTa. Use the same model's checkpoint for transformers, if there is one.</source>
   <translation>Der Textturm dieses Modells von open_clip ({name}) ist von einer Art, die Explorer nicht kennt: Es kennt die von open_clip selbst und die von RoBERTa. Nimm dasselbe Modell in der Fassung für transformers, falls es sie gibt.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/open_clip_texts.py" />
   <source>its vector is a mean that goes through a layer which is not linear</source>
   <translation>sein Vektor ist ein Mittel, das durch eine nicht lineare Schicht geht</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/open_clip_timm.py" />
   <source>its vector is a mean that is normalised as a whole, not place by place</source>
   <translation>sein Vektor ist ein Mittel, das als Ganzes normiert wird, nicht Ort für Ort</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/perception.py" />
   <source>A text has one head for sounds and one for clips; all are kept side by side, so that each pair is compared by the heads made for it, at half of its cosine.</source>
   <translation>Ein Text hat einen Kopf für Klänge und einen für Filme; alle werden nebeneinander aufbewahrt, sodass jedes Paar von den Köpfen verglichen wird, die dafür gemacht sind, mit der Hälfte seines Kosinus.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/perception.py" />
   <source>Its own scores are products of vectors of any length; here their directions are compared.</source>
   <translation>Seine eigenen Werte sind Produkte von Vektoren beliebiger Länge; hier werden ihre Richtungen verglichen.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/perception.py" />
   <source>a token of its stands for a moment, and the picture in it is not cut into patches</source>
   <translation>ein Token steht für einen Augenblick, und das Bild darin ist nicht in Teile zerlegt</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/processor_config.py" />
   <source>The settings of {folder} for pictures cannot be used: {reason}. Fetch its preprocessor_config.json again.</source>
   <translation>Die Einstellungen von {folder} für Bilder sind nicht zu gebrauchen: {reason}. Hole preprocessor_config.json neu.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/processor_config.py" />
   <source>{folder} does not say how its pictures are prepared: it has no preprocessor_config.json. Fetch that file too; guessing would make wrong vectors.</source>
   <translation>{folder} sagt nicht, wie Bilder vorbereitet werden: preprocessor_config.json fehlt. Hole auch diese Datei; Raten ergäbe falsche Vektoren.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/processor_config.py" />
   <source>{folder} prepares its pictures with '{name}', which Explorer does not know. It knows {known}.</source>
   <translation>{folder} bereitet seine Bilder mit „{name}“ vor, was Explorer nicht kennt. Es kennt {known}.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/sentence.py" />
   <source>its vector is no mean of its tokens</source>
   <translation>sein Vektor ist kein Mittel seiner Tokens</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/sentence.py" />
   <source>{file} names no Transformer. Fetch the checkpoint again.</source>
   <translation>{file} nennt keinen Transformer. Hole das Modell neu.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/sentence.py" />
   <source>{folder} asks to run Python code of its own ('{kind}' in {file}), which Explorer never does. Use a checkpoint made of sentence-transformers' own layers.</source>
   <translation>{folder} will eigenen Python-Code ausführen („{kind}“ in {file}), was Explorer nie tut. Nimm ein Modell aus den eigenen Schichten von sentence-transformers.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/sentence.py" />
   <source>{folder} has a layer '{kind}', which Explorer does not know.</source>
   <translation>{folder} hat eine Schicht „{kind}“, die Explorer nicht kennt.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/sentence.py" />
   <source>{folder} has the activation '{activation}', which is not known here.</source>
   <translation>{folder} hat die Aktivierung „{activation}“, die hier nicht bekannt ist.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/sentence.py" />
   <source>{folder} pools tokens in a way Explorer does not know.</source>
   <translation>{folder} fasst Wortteile auf eine Art zusammen, die Explorer nicht kennt.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/text.py" />
   <source>its tokenizer is of the old kind, which does not tell the letters of a token</source>
   <translation>sein Tokenizer ist von der alten Art, die die Buchstaben eines Tokens nicht nennt</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/tokenizer.py" />
   <source>The tokenizer of {folder} cannot be read: {reason} Fetch its tokenizer files again.</source>
   <translation>Der Tokenizer von {folder} kann nicht gelesen werden: {reason} Hole seine Dateien neu.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/tokenizer.py" />
   <source>The tokenizer of {folder} failed: {reason} Fetch its tokenizer files again.</source>
   <translation>Der Tokenizer von {folder} ist gescheitert: {reason} Hole seine Dateien neu.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/tokenizer.py" />
   <source>{folder} has no tokenizer for its texts: there is no tokenizer.json or other vocabulary. Fetch that file too.</source>
   <translation>{folder} hat keinen Tokenizer für Texte: tokenizer.json oder ein anderes Vokabular fehlt. Hole auch diese Datei.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/video.py" />
   <source>The prompts that the family makes for a text from each clip are left out: a text has one vector here.</source>
   <translation>Die Zusätze, die die Familie aus jedem Film für einen Text macht, fallen weg: Ein Text hat hier einen einzigen Vektor.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/video.py" />
   <source>a token of its stands for a place and a time at once</source>
   <translation>ein Token steht für Ort und Zeit zugleich</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/video.py" />
   <source>its vector is that of one summary token</source>
   <translation>sein Vektor ist der eines einzigen Sammelzeichens</translation>
  </message>
  <message>
   <location filename="explorer/encoders/hub.py" />
   <source>'{name}' could not be fetched: the hub cannot be reached ({reason}). Check the network and try again; what came so far is kept.</source>
   <translation>„{name}“ konnte nicht geholt werden: Der Hub ist nicht zu erreichen ({reason}). Prüfe das Netz und versuche es noch einmal; was bisher kam, bleibt.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/hub.py" />
   <source>'{name}' has no .safetensors weights; other formats can run code when they are opened, so Explorer does not fetch them.</source>
   <translation>„{name}“ hat keine .safetensors-Gewichte; andere Formate können beim Öffnen Code ausführen, darum holt Explorer sie nicht.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/hub.py" />
   <source>'{name}' is given only to those who have accepted its terms: do so on its page, and log in with `hf auth login`.</source>
   <translation>„{name}“ bekommt nur, wer seinen Bedingungen zugestimmt hat: Tu das auf seiner Seite und melde dich mit `hf auth login` an.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/hub.py" />
   <source>'{name}' is no name on the hub. A name is like owner/checkpoint.</source>
   <translation>„{name}“ ist kein Name auf dem Hub. Ein Name sieht aus wie Besitzer/Modell.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/hub.py" />
   <source>'{name}' was not fetched: HF_HUB_OFFLINE is set. Unset it, or give the folder of a checkpoint that is on this machine.</source>
   <translation>„{name}“ wurde nicht geholt: HF_HUB_OFFLINE ist gesetzt. Nimm es heraus oder gib den Ordner eines Modells auf diesem Rechner an.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/hub.py" />
   <source>There is no checkpoint called '{name}' on the hub, or it is private.</source>
   <translation>Ein Modell namens „{name}“ gibt es auf dem Hub nicht, oder es ist privat.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/hub.py" />
   <source>{name} did not arrive whole: its checksum is not the hub's. Fetch it again.</source>
   <translation>{name} kam nicht ganz an: Seine Prüfsumme ist nicht die des Hubs. Hole es neu.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/kept_spaces.py" />
   <source>{file} was written by a newer Explorer. Update this one.</source>
   <translation>{file} stammt von einem neueren Explorer. Aktualisiere diesen.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/self_test.py" />
   <source>'{space}' does not tell {things} apart: {share} of {pairs} found themselves again after a small change, no better than guessing. Its weights or their preprocessing are wrong.</source>
   <translation>„{space}“ hält {things} nicht auseinander: {share} von {pairs} fanden sich nach einer kleinen Änderung wieder, nicht besser als geraten. Die Gewichte oder ihre Vorbereitung sind falsch.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/self_test.py" />
   <source>'{space}' encodes {known}: there are no samples here to test that with.</source>
   <translation>„{space}“ kodiert {known}: Dafür gibt es hier keine Proben zum Testen.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/self_test.py" />
   <source>'{space}' tells {things} apart: {share} of {pairs} found themselves again; {time} ms each.</source>
   <translation>„{space}“ hält {things} auseinander: {share} von {pairs} fanden sich wieder; je {time} ms.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/self_test.py" />
   <source>The encoders of '{space}' belong together: {shares}; {time} ms a picture.</source>
   <translation>Die Encoder von „{space}“ gehören zusammen: {shares}; {time} ms je Bild.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/self_test.py" />
   <source>The encoders of '{space}' do not match each other: {shares}, no better than guessing. Its picture and text sides or their preprocessing are from different models.</source>
   <translation>Die Encoder von „{space}“ passen nicht zueinander: {shares}, nicht besser als geraten. Bild- und Textseite oder ihre Vorbereitung stammen von verschiedenen Modellen.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/self_test.py" />
   <source>of {pairs} pictures {words} found their words first, {pictures} of the words their picture</source>
   <translation>von {pairs} Bildern fanden {words} zuerst ihre Wörter, {pictures} der Wörter ihr Bild</translation>
  </message>
  <message>
   <location filename="explorer/encoders/self_test.py" />
   <source>pictures</source>
   <translation>Bilder</translation>
  </message>
  <message>
   <location filename="explorer/encoders/self_test.py" />
   <source>texts</source>
   <translation>Texte</translation>
  </message>
  <message>
   <location filename="explorer/encoders/space.py" />
   <source>The space '{space}' has no encoder for {content}; it encodes {known}.</source>
   <translation>Der Raum „{space}“ hat keinen Encoder für {content}; er kodiert {known}.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/starter/encoders.py" />
   <source>This encoder does not know the folder of its weights.</source>
   <translation>Dieser Encoder kennt den Ordner seiner Gewichte nicht.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/starter/manifest.py" />
   <source>The starter space cannot be read: {path}: {reason}. Install Explorer again.</source>
   <translation>Der Raum Starter ist nicht zu lesen: {path}: {reason}. Installieren Sie Explorer erneut.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/starter/manifest.py" />
   <source>The starter space is damaged: {path} does not say {error}. Install Explorer again.</source>
   <translation>Der Raum Starter ist beschädigt: {path} sagt nichts über {error}. Installieren Sie Explorer erneut.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/starter/onnx_towers.py" />
   <source>The starter space was closed; load it again.</source>
   <translation>Der Starter-Raum wurde geschlossen; lade ihn neu.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/starter/onnx_towers.py" />
   <source>{graph} cannot be loaded ({error}); install Explorer again to restore it.</source>
   <translation>{graph} ist nicht zu laden ({error}); installieren Sie Explorer erneut, um es wiederherzustellen.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/starter/ungrounded.py" />
   <source>English words alone, all-MiniLM-L6-v2 as it is; compare it with the starter to see what sight has taught. Pictures are found by their names.</source>
   <translation>Nur englische Wörter, all-MiniLM-L6-v2, wie es ist; der Vergleich mit „starter“ zeigt, was das Sehen gelehrt hat. Bilder werden nach ihren Namen gefunden.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/starter/ungrounded.py" />
   <source>Starter's words, ungrounded</source>
   <translation>Wörter des Starters, ohne Bilder gelernt</translation>
  </message>
  <message>
   <location filename="explorer/encoders/suggestions.py" />
   <source>A good first step: far more things and words than the starter knows, in English.</source>
   <translation>Ein guter erster Schritt: weit mehr Dinge und Wörter, als der Starter kennt, auf Englisch.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/suggestions.py" />
   <source>Hears: sounds are found by what they sound like, not by their names.</source>
   <translation>Hört: Klänge werden danach gefunden, wie sie klingen, nicht nach ihren Namen.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/suggestions.py" />
   <source>Pictures alone, by their looks: for what is alike and for duplicates.</source>
   <translation>Nur Bilder, nach ihrem Aussehen: für Ähnliches und für Dubletten.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/suggestions.py" />
   <source>The best of these for pictures; wants a graphics card.</source>
   <translation>Das beste davon für Bilder; braucht eine Grafikkarte.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/suggestions.py" />
   <source>The classic, quick on a processor; its licence is not stated on its page.</source>
   <translation>Der Klassiker, schnell auf einem Prozessor; seine Seite nennt keine Lizenz.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/suggestions.py" />
   <source>The same size of picture, words in many languages.</source>
   <translation>Dieselbe Bildgröße, Wörter in vielen Sprachen.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/suggestions.py" />
   <source>not stated</source>
   <translation>nicht genannt</translation>
  </message>
  <message>
   <location filename="explorer/jobs/job.py" />
   <source>Something went wrong inside Explorer ({kind}): {detail}</source>
   <translation>In Explorer ist etwas schiefgegangen ({kind}): {detail}</translation>
  </message>
  <message>
   <location filename="explorer/jobs/job.py" />
   <source>There was not enough memory for this. Close other programs or choose less at once.</source>
   <translation>Dafür reichte der Speicher nicht. Schließe andere Programme oder wähle weniger auf einmal.</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/attention.py" />
   <source>There is no {kind} {number}: this encoder's are 0 to {last}.</source>
   <translation>Es gibt kein {kind} {number}: die dieses Encoders gehen von 0 bis {last}.</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/directions.py" />
   <source>The space '{space}' does not say where its patches lie.</source>
   <translation>Der Raum „{space}“ sagt nicht, wo seine Bildteile liegen.</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/directions.py" />
   <source>The space '{space}' does not say where its words lie.</source>
   <translation>Der Raum „{space}“ sagt nicht, wo seine Wörter liegen.</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/directions.py" />
   <source>There are no words to choose from.</source>
   <translation>Es gibt keine Wörter zur Auswahl.</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/grad_cam.py" />
   <source>This encoder shows no feature map that lies on the grid of its patches.</source>
   <translation>Dieser Encoder zeigt keine Merkmalskarte auf dem Raster seiner Bildteile.</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/grad_eclip.py" />
   <source>This encoder has no summary token whose last attention can be followed.</source>
   <translation>Dieser Encoder hat kein Sammelzeichen, dessen letzter Aufmerksamkeit man folgen könnte.</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/grad_eclip.py" />
   <source>This encoder's last attention is not over the patches of a picture.</source>
   <translation>Die letzte Aufmerksamkeit dieses Encoders liegt nicht auf den Teilen eines Bildes.</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/heard.py" />
   <source>The space '{space}' does not tell which words are said in a sound. Type them.</source>
   <translation>Der Raum „{space}“ sagt nicht, welche Wörter in einem Klang gesprochen werden. Gib sie ein.</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/interaction.py" />
   <source>playing words and regions together</source>
   <translation>Wörter und Bereiche spielen zusammen</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/masking.py" />
   <source>encoding it with parts covered</source>
   <translation>es wird mit verdeckten Teilen kodiert</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/match_cam.py" />
   <source>No network of '{space}' looks at a picture and a text together. Of the spaces those of BLIP do; ViLT and BridgeTower are no spaces, but can stand beside one.</source>
   <translation>Kein Netz von „{space}“ sieht ein Bild und einen Text zusammen an. Unter den Räumen tun das die von BLIP; ViLT und BridgeTower sind keine Räume, können aber neben einem stehen.</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/match_cam.py" />
   <source>This network does not show how its words look at patches.</source>
   <translation>Dieses Netz zeigt nicht, wie seine Wörter auf Bildteile schauen.</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/methods.py" />
   <source>Attention</source>
   <translation>Aufmerk­samkeit</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/methods.py" />
   <source>Attention relevance</source>
   <translation>Relevanz durch Aufmerk­samkeit</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/methods.py" />
   <source>Attention rollout</source>
   <translation>Aufmerk­samkeit aller Schichten</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/methods.py" />
   <source>Banzhaf interaction</source>
   <translation>Banzhaf-Wechsel­wirkung</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/methods.py" />
   <source>Cosine of every word with every patch</source>
   <translation>Kosinus jedes Wortes mit jedem Bildteil</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/methods.py" />
   <source>Cosine of every word with every patch, less what the other words say</source>
   <translation>Kosinus jedes Wortes mit jedem Bildteil, abzüglich dessen, was die anderen Wörter sagen</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/methods.py" />
   <source>Grad-CAM</source>
   <translation>Grad-CAM</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/methods.py" />
   <source>Grad-ECLIP</source>
   <translation>Grad-ECLIP</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/methods.py" />
   <source>How much the match falls where the picture is covered</source>
   <translation>Wie viel die Übereinstimmung verliert, wo das Bild verdeckt wird</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/methods.py" />
   <source>How the words share the patches out at the least cost</source>
   <translation>Wie sich die Wörter die Bildteile mit den geringsten Kosten teilen</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/methods.py" />
   <source>Late interaction</source>
   <translation>Späte Wechsel­wirkung</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/methods.py" />
   <source>Matching Grad-CAM</source>
   <translation>Grad-CAM des Abgleichs</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/methods.py" />
   <source>Occlusion</source>
   <translation>Verdecken</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/methods.py" />
   <source>Only pictures are matched with texts by a network that looks at both together.</source>
   <translation>Nur Bilder werden von einem Netz, das beide zusammen ansieht, mit Texten abgeglichen.</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/methods.py" />
   <source>Optimal transport</source>
   <translation>Optimaler Transport</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/methods.py" />
   <source>Plain cosine</source>
   <translation>Einfacher Kosinus</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/methods.py" />
   <source>RISE</source>
   <translation>RISE</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/methods.py" />
   <source>Random parts shown, weighed by how well they match</source>
   <translation>Zufällige Teile, gewichtet nach ihrer Übereinstimmung</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/methods.py" />
   <source>Relevance carried back through attention by gradients</source>
   <translation>Relevanz, von Gradienten durch die Aufmerksamkeit zurückgetragen</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/methods.py" />
   <source>The last feature map, weighted by what it does for the match</source>
   <translation>Die letzte Merkmalskarte, gewichtet nach ihrem Beitrag zur Übereinstimmung</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/methods.py" />
   <source>The last layer's values, by gradient and nearness</source>
   <translation>Die Werte der letzten Schicht nach Gradient und Nähe</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/methods.py" />
   <source>The space '{space}' has no {content} encoder.</source>
   <translation>Der Raum „{space}“ hat keinen Encoder für: {content}.</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/methods.py" />
   <source>The {content} encoder of '{space}' gives no patches in the space: {why}.</source>
   <translation>Der Encoder von „{space}“ ({content}) gibt keine Teile im Raum: {why}.</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/methods.py" />
   <source>This encoder ends in a feature map: it has no attention among all its patches.</source>
   <translation>Dieser Encoder endet in einer Merkmalskarte: Er hat keine Aufmerksamkeit zwischen allen Bildteilen.</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/methods.py" />
   <source>This encoder ends in a feature map: it has no summary token.</source>
   <translation>Dieser Encoder endet in einer Merkmalskarte: Er hat kein Sammelzeichen.</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/methods.py" />
   <source>What a word and a region are worth together beyond each alone</source>
   <translation>Was ein Wort und eine Region zusammen mehr wert sind als jedes allein</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/methods.py" />
   <source>What all layers attend to, whatever the word</source>
   <translation>Worauf alle Schichten achten, gleich bei welchem Wort</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/methods.py" />
   <source>What the last layer attends to, whatever the word</source>
   <translation>Worauf die letzte Schicht achtet, gleich bei welchem Wort</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/methods.py" />
   <source>Where each word looks when the network matches both</source>
   <translation>Wohin jedes Wort sieht, wenn das Netz beide abgleicht</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/methods.py" />
   <source>its parts have no place in it</source>
   <translation>seine Teile haben darin keinen Platz</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/question.py" />
   <source>The {content} encoder of '{space}' gives no gradients.</source>
   <translation>Der Encoder von „{space}“ ({content}) gibt keine Gradienten.</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/question.py" />
   <source>There are no words to explain. Type a word or a sentence.</source>
   <translation>Es gibt keine Wörter zu erklären. Gib ein Wort oder einen Satz ein.</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/question.py" />
   <source>picture</source>
   <translation>Bild</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/question.py" />
   <source>sound</source>
   <translation>Klang</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/question.py" />
   <source>text</source>
   <translation>Text</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/recording.py" />
   <source>This encoder does not show attention among its patches.</source>
   <translation>Dieser Encoder zeigt keine Aufmerksamkeit unter seinen Bildteilen.</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/relevance.py" />
   <source>carrying relevance back</source>
   <translation>Bedeutung wird zurückgetragen</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/segments.py" />
   <source>Segments need at least two classes, each named once.</source>
   <translation>Segmente brauchen mindestens zwei Klassen, jede einmal genannt.</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/segments.py" />
   <source>The mask of an example has to be of its picture's size and not empty.</source>
   <translation>Die Maske eines Beispiels muss so groß wie sein Bild und nicht leer sein.</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/sound_question.py" />
   <source>The space '{space}' does not say where its sounds' parts lie.</source>
   <translation>Der Raum „{space}“ sagt nicht, wo die Teile seiner Klänge liegen.</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/sound_question.py" />
   <source>The space '{space}' hears nothing in this sound.</source>
   <translation>Der Raum „{space}“ hört nichts in diesem Klang.</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/spectrogram.py" />
   <source>The sound is empty: there is nothing to explain.</source>
   <translation>Der Ton ist leer: Es gibt nichts zu erklären.</translation>
  </message>
  <message>
   <location filename="explorer/lenses/relations.py" />
   <source>Relations are looked for on a grid of patches; this space has none.</source>
   <translation>Beziehungen werden auf einem Raster von Bildteilen gesucht; dieser Raum hat keines.</translation>
  </message>
  <message>
   <location filename="explorer/lenses/relations.py" />
   <source>The space '{space}' was not trained on relations.</source>
   <translation>Der Raum „{space}“ hat keine Beziehungen gelernt.</translation>
  </message>
  <message>
   <location filename="explorer/lenses/word_patch.py" />
   <source>None of the words whose regions are known is in the text.</source>
   <translation>Keines der Wörter, deren Bereiche bekannt sind, steht im Text.</translation>
  </message>
  <message>
   <location filename="explorer/media/decoder.py" />
   <source>no loaded plugin opens this kind of file</source>
   <translation>keine geladene Erweiterung öffnet solche Dateien</translation>
  </message>
  <message>
   <location filename="explorer/media/decoder.py" />
   <source>no loaded plugin reads it as {content}</source>
   <translation>keine geladene Erweiterung liest es als {content}</translation>
  </message>
  <message>
   <location filename="explorer/media/files.py" />
   <source>it cannot be read ({reason})</source>
   <translation>es ist nicht zu lesen ({reason})</translation>
  </message>
  <message>
   <location filename="explorer/media/files.py" />
   <source>it does not exist any more</source>
   <translation>es gibt sie nicht mehr</translation>
  </message>
  <message>
   <location filename="explorer/media/files.py" />
   <source>it is a device, not a file</source>
   <translation>es ist ein Gerät, keine Datei</translation>
  </message>
  <message>
   <location filename="explorer/media/files.py" />
   <source>it is a folder, not a file</source>
   <translation>es ist ein Ordner, keine Datei</translation>
  </message>
  <message>
   <location filename="explorer/media/files.py" />
   <source>it is a link to a file that does not exist</source>
   <translation>es ist ein Verweis auf eine Datei, die es nicht gibt</translation>
  </message>
  <message>
   <location filename="explorer/media/files.py" />
   <source>it is a pipe, not a file</source>
   <translation>es ist eine Pipe, keine Datei</translation>
  </message>
  <message>
   <location filename="explorer/media/files.py" />
   <source>it is a socket, not a file</source>
   <translation>es ist ein Socket, keine Datei</translation>
  </message>
  <message>
   <location filename="explorer/media/files.py" />
   <source>it is empty</source>
   <translation>sie ist leer</translation>
  </message>
  <message>
   <location filename="explorer/media/files.py" />
   <source>it is only in the cloud; make it available offline first</source>
   <translation>sie liegt nur in der Cloud; mache sie zuerst offline verfügbar</translation>
  </message>
  <message>
   <location filename="explorer/media/files.py" />
   <source>it may not be read; change its permissions</source>
   <translation>sie darf nicht gelesen werden; ändere ihre Rechte</translation>
  </message>
  <message>
   <location filename="explorer/media/files.py" />
   <source>it needs more memory than one file may take</source>
   <translation>sie braucht mehr Speicher, als eine Datei nehmen darf</translation>
  </message>
  <message>
   <location filename="explorer/media/files.py" />
   <source>no file can have this name</source>
   <translation>so kann keine Datei heißen</translation>
  </message>
  <message>
   <location filename="explorer/media/process.py" />
   <source>Explorer is closing</source>
   <translation>Explorer wird beendet</translation>
  </message>
  <message>
   <location filename="explorer/media/process.py" />
   <source>it became shorter while it was read, and the process that read it crashed</source>
   <translation>sie wurde beim Lesen kürzer, und der lesende Prozess ist abgestürzt</translation>
  </message>
  <message>
   <location filename="explorer/media/process.py" />
   <source>no process could be kept for it</source>
   <translation>dafür war kein Prozess zu halten</translation>
  </message>
  <message>
   <location filename="explorer/media/process.py" />
   <source>no process could be started: {reason}</source>
   <translation>es ließ sich kein Prozess starten: {reason}</translation>
  </message>
  <message>
   <location filename="explorer/media/process.py" />
   <source>reading it was stopped after {seconds} s</source>
   <translation>das Lesen wurde nach {seconds} s abgebrochen</translation>
  </message>
  <message>
   <location filename="explorer/media/process.py" />
   <source>the process that read it crashed (segmentation fault)</source>
   <translation>der lesende Prozess ist abgestürzt (Speicherzugriffsfehler)</translation>
  </message>
  <message>
   <location filename="explorer/media/process.py" />
   <source>the process that read it ended itself (exit code {code})</source>
   <translation>der lesende Prozess hat sich beendet (Code {code})</translation>
  </message>
  <message>
   <location filename="explorer/media/process.py" />
   <source>the process that read it gave up (abort)</source>
   <translation>der lesende Prozess hat aufgegeben (abort)</translation>
  </message>
  <message>
   <location filename="explorer/media/process.py" />
   <source>the process that read it was ended by {signal}</source>
   <translation>der lesende Prozess wurde durch {signal} beendet</translation>
  </message>
  <message>
   <location filename="explorer/media/process.py" />
   <source>the process that read it was ended from outside, probably because memory ran out</source>
   <translation>der lesende Prozess wurde von außen beendet, wohl weil der Speicher ausging</translation>
  </message>
  <message>
   <location filename="explorer/media/reading.py" />
   <source>no loaded plugin reads '{modality}'</source>
   <translation>keine geladene Erweiterung liest „{modality}“</translation>
  </message>
  <message>
   <location filename="explorer/media/reading.py" />
   <source>there is nothing in it</source>
   <translation>es ist nichts darin</translation>
  </message>
  <message>
   <location filename="explorer/media/reading.py" />
   <source>there is nothing in it to search by</source>
   <translation>es ist nichts darin, wonach man suchen könnte</translation>
  </message>
  <message>
   <location filename="explorer/media/trash.py" />
   <source>it cannot be moved to the trash ({reason})</source>
   <translation>es kann nicht in den Papierkorb ({reason})</translation>
  </message>
  <message>
   <location filename="explorer/media/trash.py" />
   <source>it cannot be put back ({reason})</source>
   <translation>es kann nicht zurückgelegt werden ({reason})</translation>
  </message>
  <message>
   <location filename="explorer/media/trash.py" />
   <source>it cannot be put back: another file is in its place now</source>
   <translation>es kann nicht zurückgelegt werden: An seinem Ort ist jetzt eine andere Datei</translation>
  </message>
  <message>
   <location filename="explorer/media/trash.py" />
   <source>it cannot be put back: it is not in the trash any more</source>
   <translation>es kann nicht zurückgelegt werden: Es ist nicht mehr im Papierkorb</translation>
  </message>
  <message>
   <location filename="explorer/media/trash.py" />
   <source>its drive has no trash that you may write to</source>
   <translation>sein Laufwerk hat keinen Papierkorb, in den Sie schreiben dürfen</translation>
  </message>
  <message>
   <location filename="explorer/media/trash.py" />
   <source>open the system's trash and restore it there, then look for changes (F5)</source>
   <translation>öffne den Papierkorb des Systems und stelle es dort wieder her, dann suche nach Änderungen (F5)</translation>
  </message>
  <message>
   <location filename="explorer/media/worker.py" />
   <source>the preparation for it cannot be loaded here: {reason}</source>
   <translation>die Vorbereitung dafür kann hier nicht geladen werden: {reason}</translation>
  </message>
  <message>
   <location filename="explorer/store/failing.py" />
   <source>The collection in {folder} cannot be changed: its folder is read-only or not yours. Searching it works; to index, copy it.</source>
   <translation>Die Sammlung in {folder} lässt sich nicht ändern: ihr Ordner ist schreibgeschützt oder gehört nicht Ihnen. Suchen geht; zum Indizieren kopieren Sie sie.</translation>
  </message>
  <message>
   <location filename="explorer/store/failing.py" />
   <source>The collection in {folder} could not be written: {first}</source>
   <translation>Die Sammlung in {folder} war nicht zu schreiben: {first}</translation>
  </message>
  <message>
   <location filename="explorer/store/failing.py" />
   <source>The disk with {folder} is full. What was stored before is whole; make room and index again to go on.</source>
   <translation>Der Datenträger mit {folder} ist voll. Was vorher gespeichert wurde, ist heil; schaffen Sie Platz und indizieren Sie erneut, um weiterzumachen.</translation>
  </message>
  <message>
   <location filename="explorer/store/folder.py" />
   <source>The collection in {folder} cannot be changed: its folder is read-only or not yours ({reason}). Searching it works; to index, copy it.</source>
   <translation>Die Sammlung in {folder} kann nicht geändert werden: ihr Ordner ist schreibgeschützt oder gehört nicht Ihnen ({reason}). Suchen geht; zum Indizieren kopieren Sie sie.</translation>
  </message>
  <message>
   <location filename="explorer/store/folder.py" />
   <source>The collection in {folder} cannot be changed: {reason}.</source>
   <translation>Die Sammlung in {folder} kann nicht geändert werden: {reason}.</translation>
  </message>
  <message>
   <location filename="explorer/store/folder.py" />
   <source>The collection in {folder} has form {schema}, which this Explorer cannot bring up to date. Index its folders into a new collection.</source>
   <translation>Die Sammlung in {folder} hat die Form {schema}, die dieser Explorer nicht erneuern kann. Erfasse ihre Ordner in eine neue Sammlung.</translation>
  </message>
  <message>
   <location filename="explorer/store/folder.py" />
   <source>The collection in {folder} is being written to by {who}. Wait until it is done or stop it; searching works meanwhile.</source>
   <translation>In die Sammlung in {folder} schreibt gerade {who}. Warte, bis es fertig ist, oder halte es an; suchen geht inzwischen.</translation>
  </message>
  <message>
   <location filename="explorer/store/folder.py" />
   <source>The collection in {folder} was written by a newer Explorer (version {version} of its form, this Explorer knows {known}). Update Explorer to open it.</source>
   <translation>Die Sammlung in {folder} stammt von einem neueren Explorer (Form {version}, dieser kennt {known}). Aktualisiere Explorer, um sie zu öffnen.</translation>
  </message>
  <message>
   <location filename="explorer/store/folder.py" />
   <source>another process</source>
   <translation>ein anderer Prozess</translation>
  </message>
  <message>
   <location filename="explorer/store/folder.py" />
   <source>process {pid} (to {purpose}, since {since})</source>
   <translation>Prozess {pid} ({purpose}, seit {since})</translation>
  </message>
  <message>
   <location filename="explorer/store/folder.py" />
   <source>{file} is damaged ({reason}). Put it back from a backup, or index anew.</source>
   <translation>{file} ist beschädigt ({reason}). Hole es aus einer Sicherung zurück oder erfasse neu.</translation>
  </message>
  <message>
   <location filename="explorer/store/folder.py" />
   <source>{file} is damaged: {reason}.</source>
   <translation>{file} ist beschädigt: {reason}.</translation>
  </message>
  <message>
   <location filename="explorer/store/folder.py" />
   <source>{file} is not the description of a collection.</source>
   <translation>{file} ist nicht die Beschreibung einer Sammlung.</translation>
  </message>
  <message>
   <location filename="explorer/store/folder.py" />
   <source>{folder} is not empty; choose another place or name.</source>
   <translation>{folder} ist nicht leer; wähle einen anderen Ort oder Namen.</translation>
  </message>
  <message>
   <location filename="explorer/store/schema.py" />
   <source>'present' or 'removed'</source>
   <translation>'present' oder 'removed'</translation>
  </message>
  <message>
   <location filename="explorer/store/schema.py" />
   <source>0 to 5</source>
   <translation>0 bis 5</translation>
  </message>
  <message>
   <location filename="explorer/store/schema.py" />
   <source>bytes</source>
   <translation>Byte</translation>
  </message>
  <message>
   <location filename="explorer/store/schema.py" />
   <source>list: array_has(cluster, 'dogs')</source>
   <translation>Liste: array_has(cluster, 'dogs')</translation>
  </message>
  <message>
   <location filename="explorer/store/schema.py" />
   <source>list: array_has(tags, 'bird')</source>
   <translation>Liste: array_has(tags, 'bird')</translation>
  </message>
  <message>
   <location filename="explorer/store/schema.py" />
   <source>pixels</source>
   <translation>Pixel</translation>
  </message>
  <message>
   <location filename="explorer/store/schema.py" />
   <source>seconds</source>
   <translation>Sekunden</translation>
  </message>
  <message>
   <location filename="explorer/store/schema.py" />
   <source>text, ISO 8601</source>
   <translation>Text, ISO 8601</translation>
  </message>
  <message>
   <location filename="explorer/store/schema.py" />
   <source>text, ISO 8601 in UTC</source>
   <translation>Text, ISO 8601 in UTC</translation>
  </message>
  <message>
   <location filename="explorer/ui/additions.py" />
   <source>Add a folder</source>
   <translation>Ordner hinzufügen</translation>
  </message>
  <message>
   <location filename="explorer/ui/additions.py" />
   <source>Add files</source>
   <translation>Dateien hinzufügen</translation>
  </message>
  <message>
   <location filename="explorer/ui/additions.py" />
   <source>New collection</source>
   <translation>Neue Sammlung</translation>
  </message>
  <message>
   <location filename="explorer/ui/additions.py" />
   <source>What shall it be called?</source>
   <translation>Wie soll sie heißen?</translation>
  </message>
  <message>
   <location filename="explorer/ui/additions.py" />
   <source>{} files</source>
   <translation>{} Dateien</translation>
  </message>
  <message>
   <location filename="explorer/ui/command_palette.py" />
   <source>Command</source>
   <translation>Befehl</translation>
  </message>
  <message>
   <location filename="explorer/ui/command_palette.py" />
   <source>Command palette</source>
   <translation>Befehlspalette</translation>
  </message>
  <message>
   <location filename="explorer/ui/command_palette.py" />
   <source>Matching commands</source>
   <translation>Passende Befehle</translation>
  </message>
  <message>
   <location filename="explorer/ui/command_palette.py" />
   <source>No command is called that.</source>
   <translation>Kein Befehl heißt so.</translation>
  </message>
  <message>
   <location filename="explorer/ui/command_palette.py" />
   <source>Type a command or the name of a collection</source>
   <translation>Einen Befehl oder den Namen einer Sammlung eintippen</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/collection.py" />
   <source>Files that failed…</source>
   <translation>Fehlgeschlagene Dateien…</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/collection.py" />
   <source>Follow changes</source>
   <translation>Änderungen verfolgen</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/collection.py" />
   <source>Index its folders again: only what is new or changed is read.</source>
   <translation>Die Ordner noch einmal indizieren: Nur Neues und Geändertes wird gelesen.</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/collection.py" />
   <source>Index whatever changes in its folders while the window is open.</source>
   <translation>Indiziert, was sich in den Ordnern ändert, solange das Fenster offen ist.</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/collection.py" />
   <source>Keep patches for words</source>
   <translation>Ausschnitte für Wörter behalten</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/collection.py" />
   <source>Look for changes</source>
   <translation>Nach Änderungen suchen</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/collection.py" />
   <source>Then a word that you point at colours items by their best part, not as a whole.</source>
   <translation>Dann färbt ein Wort, auf das Sie zeigen, Einträge nach ihrem besten Teil, nicht als Ganzes.</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/edit.py" />
   <source>Add to the selection what is as like it as its own items are.</source>
   <translation>Zur Auswahl hinzunehmen, was ihr so ähnlich ist wie ihre Teile einander.</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/edit.py" />
   <source>Copy the path</source>
   <translation>Pfad kopieren</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/edit.py" />
   <source>Invert the selection</source>
   <translation>Auswahl umkehren</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/edit.py" />
   <source>Rate {}</source>
   <translation>Mit {} bewerten</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/edit.py" />
   <source>Redo</source>
   <translation>Wiederholen</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/edit.py" />
   <source>Redo: {}</source>
   <translation>Wiederholen: {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/edit.py" />
   <source>Select all</source>
   <translation>Alles auswählen</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/edit.py" />
   <source>Select nothing</source>
   <translation>Nichts auswählen</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/edit.py" />
   <source>Select what is similar</source>
   <translation>Ähnliches auswählen</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/edit.py" />
   <source>Tag…</source>
   <translation>Schlagwort…</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/edit.py" />
   <source>Undo</source>
   <translation>Rückgängig</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/edit.py" />
   <source>Undo: {}</source>
   <translation>Rückgängig: {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/file.py" />
   <source>Add a folder…</source>
   <translation>Ordner hinzufügen…</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/file.py" />
   <source>Add files…</source>
   <translation>Dateien hinzufügen…</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/file.py" />
   <source>Another window</source>
   <translation>Weiteres Fenster</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/file.py" />
   <source>Close the window</source>
   <translation>Fenster schließen</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/file.py" />
   <source>Export the hits…</source>
   <translation>Treffer exportieren…</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/file.py" />
   <source>Export the items…</source>
   <translation>Einträge exportieren…</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/file.py" />
   <source>Export the map…</source>
   <translation>Karte exportieren…</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/file.py" />
   <source>Index a folder into this collection; only what changed is read again.</source>
   <translation>Einen Ordner in diese Sammlung indizieren; nur Geändertes wird noch einmal gelesen.</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/file.py" />
   <source>Keep collection, query, selection and layout under a name, and come back to them.</source>
   <translation>Sammlung, Anfrage, Auswahl und Anordnung unter einem Namen behalten und wieder aufrufen.</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/file.py" />
   <source>New collection…</source>
   <translation>Neue Sammlung…</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/file.py" />
   <source>One more window on the same collection, query and selection.</source>
   <translation>Noch ein Fenster auf dieselbe Sammlung, Anfrage und Auswahl.</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/file.py" />
   <source>Open the sample media</source>
   <translation>Beispielmedien öffnen</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/file.py" />
   <source>Quit</source>
   <translation>Beenden</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/file.py" />
   <source>Save a picture of a view…</source>
   <translation>Bild einer Ansicht speichern…</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/file.py" />
   <source>Workspaces…</source>
   <translation>Arbeitsplätze…</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/file.py" />
   <source>Write items, facts, tags and notes as CSV or Parquet.</source>
   <translation>Einträge, Fakten, Schlagwörter und Notizen als CSV oder Parquet schreiben.</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/file.py" />
   <source>Write the map as a page that opens anywhere, a picture, a drawing or a table.</source>
   <translation>Die Karte als überall lesbare Seite, Bild, Zeichnung oder Tabelle schreiben.</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/file.py" />
   <source>Write the window, the map, the grid or a panel as PNG or SVG.</source>
   <translation>Fenster, Karte, Raster oder ein Feld als PNG oder SVG schreiben.</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/file.py" />
   <source>Write what the grid shows, in its order, with scores, as CSV or Parquet.</source>
   <translation>Was das Raster zeigt, in seiner Reihenfolge und mit Werten, als CSV oder Parquet schreiben.</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/help.py" />
   <source>A short hint above the views, another one at each start.</source>
   <translation>Ein kurzer Hinweis über den Ansichten, bei jedem Start ein anderer.</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/help.py" />
   <source>About Explorer</source>
   <translation>Über Explorer</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/help.py" />
   <source>All commands…</source>
   <translation>Alle Befehle…</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/help.py" />
   <source>Keys</source>
   <translation>Tasten</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/help.py" />
   <source>Plugins…</source>
   <translation>Plugins…</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/help.py" />
   <source>Tips</source>
   <translation>Hinweise</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/map.py" />
   <source>Colour by closeness to the query</source>
   <translation>Farbe nach Nähe zur Anfrage</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/map.py" />
   <source>Colour by folder</source>
   <translation>Farbe nach Ordner</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/map.py" />
   <source>Colour by group</source>
   <translation>Farbe nach Gruppe</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/map.py" />
   <source>Colour by kind</source>
   <translation>Farbe nach Art</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/map.py" />
   <source>Colour by time taken</source>
   <translation>Farbe nach Aufnahmezeit</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/map.py" />
   <source>Colour by trust in the place</source>
   <translation>Farbe nach Verlässlichkeit des Ortes</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/map.py" />
   <source>Fade what cannot be trusted</source>
   <translation>Unverlässliches verblassen lassen</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/map.py" />
   <source>Lay the map out anew</source>
   <translation>Karte neu auslegen</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/map.py" />
   <source>Lines of equal density</source>
   <translation>Linien gleicher Dichte</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/map.py" />
   <source>Lines to the true neighbours</source>
   <translation>Linien zu den wahren Nachbarn</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/map.py" />
   <source>Move the map</source>
   <translation>Karte verschieben</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/map.py" />
   <source>Names of groups</source>
   <translation>Namen der Gruppen</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/map.py" />
   <source>Outlines add to the selection</source>
   <translation>Umrisse ergänzen die Auswahl</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/map.py" />
   <source>Outlines keep what is selected inside them</source>
   <translation>Umrisse behalten das Ausgewählte in ihnen</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/map.py" />
   <source>Outlines make a new selection</source>
   <translation>Umrisse wählen neu aus</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/map.py" />
   <source>Outlines of groups</source>
   <translation>Umrisse der Gruppen</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/map.py" />
   <source>Outlines take away from the selection</source>
   <translation>Umrisse nehmen von der Auswahl weg</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/map.py" />
   <source>Pictures on the map</source>
   <translation>Bilder auf der Karte</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/map.py" />
   <source>Select the group around this</source>
   <translation>Die Gruppe um diesen Eintrag auswählen</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/map.py" />
   <source>Select with a lasso</source>
   <translation>Mit dem Lasso auswählen</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/map.py" />
   <source>Select with a rectangle</source>
   <translation>Mit einem Rechteck auswählen</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/map.py" />
   <source>Show the whole map</source>
   <translation>Ganze Karte zeigen</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/map.py" />
   <source>The group whose outline is shown here; a click on its name does the same.</source>
   <translation>Die Gruppe, deren Umriss hier zu sehen ist; ein Klick auf ihren Namen tut dasselbe.</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/menus.py" />
   <source>&amp;Collection</source>
   <translation>&amp;Sammlung</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/menus.py" />
   <source>&amp;Edit</source>
   <translation>&amp;Bearbeiten</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/menus.py" />
   <source>&amp;File</source>
   <translation>&amp;Datei</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/menus.py" />
   <source>&amp;Help</source>
   <translation>&amp;Hilfe</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/menus.py" />
   <source>&amp;Map</source>
   <translation>&amp;Karte</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/menus.py" />
   <source>&amp;Search</source>
   <translation>S&amp;uche</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/menus.py" />
   <source>&amp;View</source>
   <translation>&amp;Ansicht</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/menus.py" />
   <source>Collection</source>
   <translation>Sammlung</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/search.py" />
   <source>Clear query and filters</source>
   <translation>Anfrage und Filter leeren</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/search.py" />
   <source>Dislike: less of this</source>
   <translation>Gefällt nicht: weniger davon</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/search.py" />
   <source>Filter by a condition</source>
   <translation>Nach einer Bedingung filtern</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/search.py" />
   <source>Keep as a concept…</source>
   <translation>Als Begriff behalten…</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/search.py" />
   <source>Keep the query with its filters under a name.</source>
   <translation>Die Anfrage mit ihren Filtern unter einem Namen behalten.</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/search.py" />
   <source>Keep what the query asks for, to ask with it again.</source>
   <translation>Behalten, wonach die Anfrage fragt, um wieder danach zu fragen.</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/search.py" />
   <source>Like: more of this</source>
   <translation>Gefällt: mehr davon</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/search.py" />
   <source>More like this</source>
   <translation>Mehr davon</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/search.py" />
   <source>Queries asked before</source>
   <translation>Frühere Anfragen</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/search.py" />
   <source>Refine the query away from what is selected.</source>
   <translation>Die Anfrage vom Ausgewählten weg verfeinern.</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/search.py" />
   <source>Refine the query by what is selected.</source>
   <translation>Die Anfrage nach dem Ausgewählten verfeinern.</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/search.py" />
   <source>Save the search…</source>
   <translation>Suche speichern…</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/search.py" />
   <source>Search</source>
   <translation>Suchen</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/search.py" />
   <source>Show the best hit at each step from one part of the query to the other.</source>
   <translation>Den besten Treffer bei jedem Schritt vom einen Teil der Anfrage zum anderen zeigen.</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/search.py" />
   <source>Sweep between two parts</source>
   <translation>Zwischen zwei Teilen gleiten</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/view.py" />
   <source>Collections and filters</source>
   <translation>Sammlungen und Filter</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/view.py" />
   <source>Colours of the system</source>
   <translation>Farben des Systems</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/view.py" />
   <source>Dark</source>
   <translation>Dunkel</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/view.py" />
   <source>Full screen</source>
   <translation>Vollbild</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/view.py" />
   <source>Grid</source>
   <translation>Raster</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/view.py" />
   <source>Inspector</source>
   <translation>Inspektor</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/view.py" />
   <source>Language of the system</source>
   <translation>Sprache des Systems</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/view.py" />
   <source>Less motion</source>
   <translation>Weniger Bewegung</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/view.py" />
   <source>Light</source>
   <translation>Hell</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/view.py" />
   <source>Map</source>
   <translation>Karte</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/view.py" />
   <source>Map and grid</source>
   <translation>Karte und Raster</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/view.py" />
   <source>Nothing glides or fades.</source>
   <translation>Nichts gleitet oder blendet.</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/agreement_page.py" />
   <source>Colour the map as before</source>
   <translation>Karte wie zuvor färben</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/agreement_page.py" />
   <source>Colour the map by disagreement</source>
   <translation>Karte nach Uneinigkeit färben</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/agreement_page.py" />
   <source>Items in both</source>
   <translation>Einträge in beiden</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/agreement_page.py" />
   <source>Light on the map where the two spaces give an item other neighbours</source>
   <translation>Auf der Karte hell, wo die zwei Räume einem Eintrag andere Nachbarn geben</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/agreement_page.py" />
   <source>Linear centred kernel alignment, 0 to 1 (Kornblith et al. 2019)</source>
   <translation>Lineares Centred Kernel Alignment, 0 bis 1 (Kornblith u. a. 2019)</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/agreement_page.py" />
   <source>Mean share of the ten nearest that both spaces give an item</source>
   <translation>Mittlerer Anteil der zehn nächsten, die beide Räume einem Eintrag geben</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/agreement_page.py" />
   <source>Neighbours in common</source>
   <translation>Gemeinsame Nachbarn</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/agreement_page.py" />
   <source>Same layout (CKA)</source>
   <translation>Gleiche Anordnung (CKA)</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/agreement_page.py" />
   <source>Same layout, unbiased</source>
   <translation>Gleiche Anordnung, unverzerrt</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/agreement_page.py" />
   <source>The unbiased estimate: about nought for unrelated spaces</source>
   <translation>Die unverzerrte Schätzung: etwa null bei unverwandten Räumen</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/agreement_page.py" />
   <source>Two strangers would have</source>
   <translation>Zwei fremde hätten</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/agreement_page.py" />
   <source>What spaces that know nothing of each other would share</source>
   <translation>Was Räume gemeinsam hätten, die nichts voneinander wissen</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/agreement_page.py" />
   <source>{space} knows {count} of them by their names alone.</source>
   <translation>{space} kennt {count} davon nur beim Namen.</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/charts.py" />
   <source>% of a kind</source>
   <translation>% einer Art</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/charts.py" />
   <source>Items by neighbours in common: {}</source>
   <translation>Einträge nach gemeinsamen Nachbarn: {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/charts.py" />
   <source>The two kinds along the line between their centres</source>
   <translation>Die zwei Arten entlang der Linie zwischen ihren Mitten</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/charts.py" />
   <source>along the gap</source>
   <translation>entlang der Lücke</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/charts.py" />
   <source>along the gap; dashed: as it is</source>
   <translation>entlang der Lücke; gestrichelt: wie es ist</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/charts.py" />
   <source>by chance</source>
   <translation>durch Zufall</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/charts.py" />
   <source>items</source>
   <translation>Einträge</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/charts.py" />
   <source>neighbours in common, of {}</source>
   <translation>gemeinsame Nachbarn, von {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/emptiness.py" />
   <source>' and '</source>
   <translation>' und '</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/emptiness.py" />
   <source>Add another: explorer spaces add FOLDER, then compare the two here.</source>
   <translation>Fügen Sie einen zweiten hinzu: explorer spaces add FOLDER, dann vergleichen Sie die zwei hier.</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/emptiness.py" />
   <source>Asking both spaces</source>
   <translation>Beide Räume werden gefragt</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/emptiness.py" />
   <source>Compare the two spaces</source>
   <translation>Die zwei Räume vergleichen</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/emptiness.py" />
   <source>Comparing every item's neighbours</source>
   <translation>Die Nachbarn aller Einträge werden verglichen</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/emptiness.py" />
   <source>Embed with '{}'</source>
   <translation>Mit „{}“ einbetten</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/emptiness.py" />
   <source>Embedding the collection with it goes on in the background; search works meanwhile.</source>
   <translation>Das Einbetten der Sammlung läuft im Hintergrund; die Suche geht inzwischen.</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/emptiness.py" />
   <source>It cannot be ranked</source>
   <translation>Es lässt sich keine Rangfolge bilden</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/emptiness.py" />
   <source>Looking which spaces there are</source>
   <translation>Es wird nachgesehen, welche Räume es gibt</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/emptiness.py" />
   <source>No vectors in '{}' yet</source>
   <translation>Noch keine Vektoren in „{}“</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/emptiness.py" />
   <source>Not compared yet</source>
   <translation>Noch nicht verglichen</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/emptiness.py" />
   <source>Nothing asked yet</source>
   <translation>Noch nichts gefragt</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/emptiness.py" />
   <source>Open a collection</source>
   <translation>Öffnen Sie eine Sammlung</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/emptiness.py" />
   <source>Then two spaces can be compared.</source>
   <translation>Dann lassen sich zwei Räume vergleichen.</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/emptiness.py" />
   <source>There is one space only</source>
   <translation>Es gibt nur einen Raum</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/emptiness.py" />
   <source>They cannot be compared</source>
   <translation>Sie lassen sich nicht vergleichen</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/emptiness.py" />
   <source>Try again</source>
   <translation>Noch einmal versuchen</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/emptiness.py" />
   <source>Type a query, or look at an item: what is like it is ranked in both.</source>
   <translation>Tippen Sie eine Anfrage, oder sehen Sie einen Eintrag an: Ähnliches wird in beiden gereiht.</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/emptiness.py" />
   <source>Type words in the query bar: the words nearest to them are ranked here.</source>
   <translation>Tippen Sie Wörter ins Suchfeld: Die nächsten Wörter werden hier gereiht.</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/exporting.py" />
   <source>Export {}</source>
   <translation>{} exportieren</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/exporting.py" />
   <source>Written: {}</source>
   <translation>Geschrieben: {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/exporting.py" />
   <source>{} cannot be written.</source>
   <translation>{} lässt sich nicht schreiben.</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/gap_page.py" />
   <source>Alignment</source>
   <translation>Ausrichtung</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/gap_page.py" />
   <source>Apply to search</source>
   <translation>Auf die Suche anwenden</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/gap_page.py" />
   <source>By one threshold along the gap: 50 % is no gap</source>
   <translation>Mit einer Schwelle entlang der Lücke: 50 % heißt keine Lücke</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/gap_page.py" />
   <source>Correction</source>
   <translation>Korrektur</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/gap_page.py" />
   <source>Distance of the two centres, 0 to 2</source>
   <translation>Abstand der zwei Mitten, 0 bis 2</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/gap_page.py" />
   <source>Gap</source>
   <translation>Lücke</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/gap_page.py" />
   <source>How evenly the sphere is filled; less is better (Wang &amp; Isola 2020)</source>
   <translation>Wie gleichmäßig die Kugel gefüllt ist; weniger ist besser (Wang &amp; Isola 2020)</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/gap_page.py" />
   <source>In use: {}.</source>
   <translation>In Gebrauch: {}.</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/gap_page.py" />
   <source>Kinds told apart</source>
   <translation>Arten unterscheidbar</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/gap_page.py" />
   <source>Labelled pairs</source>
   <translation>Benannte Paare</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/gap_page.py" />
   <source>Labelled pairs: a table with the columns a and b</source>
   <translation>Benannte Paare: eine Tabelle mit den Spalten a und b</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/gap_page.py" />
   <source>Mean squared distance of what belongs together; less is better</source>
   <translation>Mittlerer quadrierter Abstand des Zusammengehörigen; weniger ist besser</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/gap_page.py" />
   <source>On pairs it was not fitted on: R@1 {change} points ({low} to {high}): {verdict}. Gap {before} → {after}.</source>
   <translation>An Paaren, an die sie nicht angepasst ist: R@1 {change} Punkte ({low} bis {high}): {verdict}. Lücke {before} → {after}.</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/gap_page.py" />
   <source>Pairs from a file…</source>
   <translation>Paare aus einer Datei…</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/gap_page.py" />
   <source>Pairs: items and their names</source>
   <translation>Paare: Einträge und ihre Namen</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/gap_page.py" />
   <source>Pairs: {}</source>
   <translation>Paare: {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/gap_page.py" />
   <source>Scoring both spaces…</source>
   <translation>Beide Räume werden bewertet…</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/gap_page.py" />
   <source>Search with the vectors as they were encoded again</source>
   <translation>Wieder mit den Vektoren suchen, wie sie encodiert wurden</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/gap_page.py" />
   <source>Share with a right answer among the first</source>
   <translation>Anteil mit einer richtigen Antwort unter den ersten</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/gap_page.py" />
   <source>Space to correct</source>
   <translation>Zu korrigierender Raum</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/gap_page.py" />
   <source>Take back</source>
   <translation>Zurücknehmen</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/gap_page.py" />
   <source>Trying the correction…</source>
   <translation>Die Korrektur wird erprobt…</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/gap_page.py" />
   <source>Uniformity, {}</source>
   <translation>Gleichmäßigkeit, {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/gap_page.py" />
   <source>What belongs together: the scores are told from these</source>
   <translation>Was zusammengehört: Daraus werden die Werte bestimmt</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/gap_page.py" />
   <source>better</source>
   <translation>besser</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/gap_page.py" />
   <source>clip</source>
   <translation>Film</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/gap_page.py" />
   <source>no change beyond chance</source>
   <translation>keine Änderung über den Zufall hinaus</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/gap_page.py" />
   <source>words</source>
   <translation>Worte</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/gap_page.py" />
   <source>worse</source>
   <translation>schlechter</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/gap_page.py" />
   <source>{} pairs; R@1: share with the right one first.</source>
   <translation>{} Paare; R@1: Anteil mit dem richtigen zuerst.</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/gap_page.py" />
   <source>{} to {}, R@{}</source>
   <translation>{} zu {}, R@{}</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/pair_list.py" />
   <source>{space}: closer than {share} % of pairs (cosine {cosine})</source>
   <translation>{space}: näher als {share} % der Paare (Kosinus {cosine})</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/panel.py" />
   <source>Agreement</source>
   <translation>Einigkeit</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/panel.py" />
   <source>Common words</source>
   <translation>Häufige Wörter</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/panel.py" />
   <source>Compare spaces</source>
   <translation>Räume vergleichen</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/panel.py" />
   <source>Comparisons</source>
   <translation>Vergleiche</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/panel.py" />
   <source>Disputed pairs</source>
   <translation>Strittige Paare</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/panel.py" />
   <source>Export the comparison</source>
   <translation>Vergleich exportieren</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/panel.py" />
   <source>Export the comparison of spaces…</source>
   <translation>Vergleich der Räume exportieren…</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/panel.py" />
   <source>Export what is shown as PNG, CSV or HTML</source>
   <translation>Gezeigtes als PNG, CSV oder HTML exportieren</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/panel.py" />
   <source>First space</source>
   <translation>Erster Raum</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/panel.py" />
   <source>Items of the collection</source>
   <translation>Einträge der Sammlung</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/panel.py" />
   <source>Rank the items, or the words nearest to the query</source>
   <translation>Die Einträge reihen, oder die der Anfrage nächsten Wörter</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/panel.py" />
   <source>Ranks</source>
   <translation>Ränge</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/panel.py" />
   <source>Scores and gap</source>
   <translation>Werte und Lücke</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/panel.py" />
   <source>Second space</source>
   <translation>Zweiter Raum</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/panel.py" />
   <source>Swap the two spaces</source>
   <translation>Die zwei Räume tauschen</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/panel.py" />
   <source>The collection has no vectors of it yet</source>
   <translation>Die Sammlung hat noch keine Vektoren davon</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/panel.py" />
   <source>The same in {a}, not in {b}</source>
   <translation>Gleich in {a}, nicht in {b}</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/panel.py" />
   <source>What is ranked</source>
   <translation>Was gereiht wird</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/panel.py" />
   <source>Write ranks, figures and pairs as PNG, CSV or HTML.</source>
   <translation>Ränge, Zahlen und Paare als PNG, CSV oder HTML schreiben.</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/rank_chart.py" />
   <source>Ranks of “{asked}” in {a} and {b}: {told}</source>
   <translation>Ränge von „{asked}“ in {a} und {b}: {told}</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/rank_chart.py" />
   <source>farther</source>
   <translation>ferner</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/rank_chart.py" />
   <source>nearer in {}</source>
   <translation>näher in {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/rank_chart.py" />
   <source>not ranked</source>
   <translation>nicht gereiht</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/rank_chart.py" />
   <source>the same rank</source>
   <translation>derselbe Rang</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/rank_chart.py" />
   <source>{space}: {rank} of {count}</source>
   <translation>{space}: {rank} von {count}</translation>
  </message>
  <message>
   <location filename="explorer/ui/contribution_bars.py" />
   <source>What each term adds: {}</source>
   <translation>Was jeder Teil beiträgt: {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/correction_words.py" />
   <source>Each kind by half the gap (Liang et al. 2022)</source>
   <translation>Jede Art um die halbe Lücke (Liang u. a. 2022)</translation>
  </message>
  <message>
   <location filename="explorer/ui/correction_words.py" />
   <source>Every direction gets the same spread (Su et al. 2021)</source>
   <translation>Jede Richtung erhält dieselbe Streuung (Su u. a. 2021)</translation>
  </message>
  <message>
   <location filename="explorer/ui/correction_words.py" />
   <source>Move both kinds together</source>
   <translation>Beide Arten zusammenrücken</translation>
  </message>
  <message>
   <location filename="explorer/ui/correction_words.py" />
   <source>Mu &amp; Viswanath 2018</source>
   <translation>Mu &amp; Viswanath 2018</translation>
  </message>
  <message>
   <location filename="explorer/ui/correction_words.py" />
   <source>Take away each kind's mean</source>
   <translation>Das Mittel jeder Art wegnehmen</translation>
  </message>
  <message>
   <location filename="explorer/ui/correction_words.py" />
   <source>Whiten each kind</source>
   <translation>Jede Art weißen</translation>
  </message>
  <message>
   <location filename="explorer/ui/dialogs.py" />
   <source>Add</source>
   <translation>Hinzufügen</translation>
  </message>
  <message>
   <location filename="explorer/ui/dialogs.py" />
   <source>Add to “{}”</source>
   <translation>Zu „{}“ hinzufügen</translation>
  </message>
  <message>
   <location filename="explorer/ui/dialogs.py" />
   <source>Ctrl + Enter</source>
   <translation>Strg + Eingabe</translation>
  </message>
  <message>
   <location filename="explorer/ui/dialogs.py" />
   <source>Ctrl ← ↑ → ↓   Ctrl + Space</source>
   <translation>Strg ← ↑ → ↓   Strg + Leertaste</translation>
  </message>
  <message>
   <location filename="explorer/ui/dialogs.py" />
   <source>Delete</source>
   <translation>Entf</translation>
  </message>
  <message>
   <location filename="explorer/ui/dialogs.py" />
   <source>Duplicates: keep this one alone, keep or let go</source>
   <translation>Dubletten: nur diese behalten, behalten oder loslassen</translation>
  </message>
  <message>
   <location filename="explorer/ui/dialogs.py" />
   <source>Each of these cost one file and nothing else. Mend it and try again.</source>
   <translation>Jede davon kostete eine Datei und sonst nichts. Beheben und noch einmal versuchen.</translation>
  </message>
  <message>
   <location filename="explorer/ui/dialogs.py" />
   <source>File</source>
   <translation>Datei</translation>
  </message>
  <message>
   <location filename="explorer/ui/dialogs.py" />
   <source>Files that failed</source>
   <translation>Fehlgeschlagene Dateien</translation>
  </message>
  <message>
   <location filename="explorer/ui/dialogs.py" />
   <source>Grid: first, last, a page on</source>
   <translation>Raster: zum ersten, zum letzten, eine Seite weiter</translation>
  </message>
  <message>
   <location filename="explorer/ui/dialogs.py" />
   <source>Grid: fold a group, all groups</source>
   <translation>Raster: eine Gruppe, alle Gruppen falten</translation>
  </message>
  <message>
   <location filename="explorer/ui/dialogs.py" />
   <source>Grid: move without selecting, then add one</source>
   <translation>Raster: weitergehen, ohne auszuwählen, dann einen hinzunehmen</translation>
  </message>
  <message>
   <location filename="explorer/ui/dialogs.py" />
   <source>Grid: move, extend the selection</source>
   <translation>Raster: weitergehen, Auswahl erweitern</translation>
  </message>
  <message>
   <location filename="explorer/ui/dialogs.py" />
   <source>Grid: squares or list</source>
   <translation>Raster: Quadrate oder Liste</translation>
  </message>
  <message>
   <location filename="explorer/ui/dialogs.py" />
   <source>Home   End   Page down</source>
   <translation>Pos1   Ende   Bild ab</translation>
  </message>
  <message>
   <location filename="explorer/ui/dialogs.py" />
   <source>Look at it large</source>
   <translation>Groß ansehen</translation>
  </message>
  <message>
   <location filename="explorer/ui/dialogs.py" />
   <source>Map: lasso, and add to the selection</source>
   <translation>Karte: Lasso, und zur Auswahl hinzufügen</translation>
  </message>
  <message>
   <location filename="explorer/ui/dialogs.py" />
   <source>Map: move, zoom, show everything</source>
   <translation>Karte: verschieben, vergrößern, alles zeigen</translation>
  </message>
  <message>
   <location filename="explorer/ui/dialogs.py" />
   <source>Map: to the next point in a direction</source>
   <translation>Karte: zum nächsten Punkt in einer Richtung</translation>
  </message>
  <message>
   <location filename="explorer/ui/dialogs.py" />
   <source>Move to the system's trash</source>
   <translation>In den Papierkorb des Systems legen</translation>
  </message>
  <message>
   <location filename="explorer/ui/dialogs.py" />
   <source>New collection “{}”</source>
   <translation>Neue Sammlung „{}“</translation>
  </message>
  <message>
   <location filename="explorer/ui/dialogs.py" />
   <source>Nothing failed: every file that was found is in the collection.</source>
   <translation>Nichts ist fehlgeschlagen: Jede gefundene Datei ist in der Sammlung.</translation>
  </message>
  <message>
   <location filename="explorer/ui/dialogs.py" />
   <source>Nothing leaves this machine unless you ask.</source>
   <translation>Nichts verlässt diesen Rechner, wenn Sie es nicht verlangen.</translation>
  </message>
  <message>
   <location filename="explorer/ui/dialogs.py" />
   <source>Open with its program</source>
   <translation>Mit dem zugehörigen Programm öffnen</translation>
  </message>
  <message>
   <location filename="explorer/ui/dialogs.py" />
   <source>Plugins</source>
   <translation>Plugins</translation>
  </message>
  <message>
   <location filename="explorer/ui/dialogs.py" />
   <source>Plugins are programs: they can do what you can do. Switch on only those you trust.</source>
   <translation>Plugins sind Programme: Sie können alles, was Sie können. Schalten Sie nur ein, welchen Sie trauen.</translation>
  </message>
  <message>
   <location filename="explorer/ui/dialogs.py" />
   <source>Rate</source>
   <translation>Bewerten</translation>
  </message>
  <message>
   <location filename="explorer/ui/dialogs.py" />
   <source>Reason</source>
   <translation>Grund</translation>
  </message>
  <message>
   <location filename="explorer/ui/dialogs.py" />
   <source>See what aligned multimodal encoders see in your own media.</source>
   <translation>Sehen, was multimodale Encoder in den eigenen Medien sehen.</translation>
  </message>
  <message>
   <location filename="explorer/ui/dialogs.py" />
   <source>Shift + drag</source>
   <translation>Umschalt + Ziehen</translation>
  </message>
  <message>
   <location filename="explorer/ui/dialogs.py" />
   <source>Space   Enter</source>
   <translation>Leertaste   Eingabe</translation>
  </message>
  <message>
   <location filename="explorer/ui/dialogs.py" />
   <source>Version {}. Apache-2.0.</source>
   <translation>Version {}. Apache-2.0.</translation>
  </message>
  <message>
   <location filename="explorer/ui/dialogs.py" />
   <source>Where shall {} go?</source>
   <translation>Wohin soll {}?</translation>
  </message>
  <message>
   <location filename="explorer/ui/dialogs.py" />
   <source>Write as CSV</source>
   <translation>Als CSV schreiben</translation>
  </message>
  <message>
   <location filename="explorer/ui/dialogs.py" />
   <source>Write as CSV…</source>
   <translation>Als CSV schreiben…</translation>
  </message>
  <message>
   <location filename="explorer/ui/dialogs.py" />
   <source>{} cannot be written: {}.</source>
   <translation>{} lässt sich nicht schreiben: {}.</translation>
  </message>
  <message>
   <location filename="explorer/ui/dialogs.py" />
   <source>← ↑ → ↓   with Shift</source>
   <translation>← ↑ → ↓   mit Umschalt</translation>
  </message>
  <message>
   <location filename="explorer/ui/docks.py" />
   <source>Panels on this side</source>
   <translation>Felder auf dieser Seite</translation>
  </message>
  <message>
   <location filename="explorer/ui/docks.py" />
   <source>Show or hide this panel.</source>
   <translation>Dieses Feld zeigen oder verbergen.</translation>
  </message>
  <message>
   <location filename="explorer/ui/duplicates/field.py" />
   <source>Kept</source>
   <translation>Bleibt</translation>
  </message>
  <message>
   <location filename="explorer/ui/duplicates/field.py" />
   <source>Nearly the same</source>
   <translation>Fast gleich</translation>
  </message>
  <message>
   <location filename="explorer/ui/duplicates/field.py" />
   <source>Same content</source>
   <translation>Gleicher Inhalt</translation>
  </message>
  <message>
   <location filename="explorer/ui/duplicates/field.py" />
   <source>To the trash</source>
   <translation>In den Papierkorb</translation>
  </message>
  <message>
   <location filename="explorer/ui/duplicates/field.py" />
   <source>{} % alike</source>
   <translation>zu {} % gleich</translation>
  </message>
  <message>
   <location filename="explorer/ui/duplicates/field.py" />
   <source>{}, {} to free</source>
   <translation>{}, {} werden frei</translation>
  </message>
  <message>
   <location filename="explorer/ui/duplicates/panel.py" />
   <source>Also pictures that were scaled, saved anew or retouched</source>
   <translation>Auch Bilder, die skaliert, neu gespeichert oder retuschiert wurden</translation>
  </message>
  <message>
   <location filename="explorer/ui/duplicates/panel.py" />
   <source>Copies</source>
   <translation>Kopien</translation>
  </message>
  <message>
   <location filename="explorer/ui/duplicates/panel.py" />
   <source>Duplicates</source>
   <translation>Dubletten</translation>
  </message>
  <message>
   <location filename="explorer/ui/duplicates/panel.py" />
   <source>Files with the same content, and pictures that were scaled or saved anew. Nothing is deleted: what you do not keep goes to the system's trash.</source>
   <translation>Dateien mit gleichem Inhalt und Bilder, die skaliert oder neu gespeichert wurden. Nichts wird gelöscht: Was Sie nicht behalten, kommt in den Papierkorb des Systems.</translation>
  </message>
  <message>
   <location filename="explorer/ui/duplicates/panel.py" />
   <source>Find duplicates</source>
   <translation>Dubletten suchen</translation>
  </message>
  <message>
   <location filename="explorer/ui/duplicates/panel.py" />
   <source>Goes to the trash. K keeps it alone, X keeps it as well.</source>
   <translation>Kommt in den Papierkorb. K behält nur diese, X behält auch diese.</translation>
  </message>
  <message>
   <location filename="explorer/ui/duplicates/panel.py" />
   <source>How alike near copies are at least</source>
   <translation>Wie gleich Beinahe-Kopien mindestens sind</translation>
  </message>
  <message>
   <location filename="explorer/ui/duplicates/panel.py" />
   <source>How alike near copies are at least: the share of light and dark edges in both</source>
   <translation>Wie gleich Beinahe-Kopien mindestens sind: der Anteil der Kanten, die in beiden gleich liegen</translation>
  </message>
  <message>
   <location filename="explorer/ui/duplicates/panel.py" />
   <source>Keep the largest</source>
   <translation>Die größte behalten</translation>
  </message>
  <message>
   <location filename="explorer/ui/duplicates/panel.py" />
   <source>Keep the newest</source>
   <translation>Die neueste behalten</translation>
  </message>
  <message>
   <location filename="explorer/ui/duplicates/panel.py" />
   <source>Keep the oldest</source>
   <translation>Die älteste behalten</translation>
  </message>
  <message>
   <location filename="explorer/ui/duplicates/panel.py" />
   <source>Keep the tagged, then the largest</source>
   <translation>Die mit Schlagwörtern behalten, sonst die größte</translation>
  </message>
  <message>
   <location filename="explorer/ui/duplicates/panel.py" />
   <source>Keep the tagged, then the oldest</source>
   <translation>Die mit Schlagwörtern behalten, sonst die älteste</translation>
  </message>
  <message>
   <location filename="explorer/ui/duplicates/panel.py" />
   <source>Kept. X lets it go.</source>
   <translation>Bleibt. X lässt sie los.</translation>
  </message>
  <message>
   <location filename="explorer/ui/duplicates/panel.py" />
   <source>Look for copies</source>
   <translation>Nach Kopien suchen</translation>
  </message>
  <message>
   <location filename="explorer/ui/duplicates/panel.py" />
   <source>Looking for copies</source>
   <translation>Kopien werden gesucht</translation>
  </message>
  <message>
   <location filename="explorer/ui/duplicates/panel.py" />
   <source>Move {} to the trash</source>
   <translation>{} in den Papierkorb</translation>
  </message>
  <message>
   <location filename="explorer/ui/duplicates/panel.py" />
   <source>Near copies</source>
   <translation>Beinahe-Kopien</translation>
  </message>
  <message>
   <location filename="explorer/ui/duplicates/panel.py" />
   <source>No copies</source>
   <translation>Keine Kopien</translation>
  </message>
  <message>
   <location filename="explorer/ui/duplicates/panel.py" />
   <source>No two files are alike enough. Move the slider to the left to see less alike.</source>
   <translation>Keine zwei Dateien sind gleich genug. Schieben Sie den Regler nach links, um weniger gleiche zu sehen.</translation>
  </message>
  <message>
   <location filename="explorer/ui/duplicates/panel.py" />
   <source>No two files have the same content.</source>
   <translation>Keine zwei Dateien haben denselben Inhalt.</translation>
  </message>
  <message>
   <location filename="explorer/ui/duplicates/panel.py" />
   <source>One of the copies has to be kept: choose another one first (K).</source>
   <translation>Eine der Kopien muss bleiben: Wählen Sie erst eine andere (K).</translation>
  </message>
  <message>
   <location filename="explorer/ui/duplicates/panel.py" />
   <source>Pictures that lie close together are compared point by point.</source>
   <translation>Bilder, die nah beieinander liegen, werden Punkt für Punkt verglichen.</translation>
  </message>
  <message>
   <location filename="explorer/ui/duplicates/panel.py" />
   <source>Stop looking</source>
   <translation>Suche abbrechen</translation>
  </message>
  <message>
   <location filename="explorer/ui/duplicates/panel.py" />
   <source>The system keeps them; undo puts them back</source>
   <translation>Das System hebt sie auf; Rückgängig bringt sie zurück</translation>
  </message>
  <message>
   <location filename="explorer/ui/duplicates/panel.py" />
   <source>Which copy is kept</source>
   <translation>Welche Kopie bleibt</translation>
  </message>
  <message>
   <location filename="explorer/ui/duplicates/panel.py" />
   <source>Which copy is proposed to be kept</source>
   <translation>Welche Kopie zum Behalten vorgeschlagen wird</translation>
  </message>
  <message>
   <location filename="explorer/ui/duplicates/panel.py" />
   <source>at least {} % alike</source>
   <translation>mindestens zu {} % gleich</translation>
  </message>
  <message>
   <location filename="explorer/ui/duplicates/panel.py" />
   <source>{} groups of copies; {} files could go, {} in all. K keeps, X lets go.</source>
   <translation>{} Gruppen von Kopien; {} Dateien könnten gehen, zusammen {}. K behält, X lässt los.</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/controls.py" />
   <source>Beside it</source>
   <translation>Daneben</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/controls.py" />
   <source>Method</source>
   <translation>Verfahren</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/controls.py" />
   <source>Nothing beside</source>
   <translation>Nichts daneben</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/controls.py" />
   <source>Opacity</source>
   <translation>Deckkraft</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/controls.py" />
   <source>Opacity of the heat</source>
   <translation>Deckkraft der Wärme</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/controls.py" />
   <source>Show the true grid: one square for each patch</source>
   <translation>Das wahre Gitter zeigen: ein Quadrat für jedes Feld</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/controls.py" />
   <source>Space “{}”</source>
   <translation>Raum „{}“</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/controls.py" />
   <source>Threshold</source>
   <translation>Schwelle</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/controls.py" />
   <source>Threshold: hide what is below this</source>
   <translation>Schwelle: verbergen, was darunter liegt</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/controls.py" />
   <source>True grid</source>
   <translation>Wahres Gitter</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/controls.py" />
   <source>the most faithful here</source>
   <translation>das treueste hier</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/emptiness.py" />
   <source>Click a picture to ask this of it.</source>
   <translation>Klicken Sie ein Bild an, um es danach zu fragen.</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/emptiness.py" />
   <source>Explain by {}</source>
   <translation>Erklären durch {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/emptiness.py" />
   <source>Listening</source>
   <translation>Es wird zugehört</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/emptiness.py" />
   <source>No words in it</source>
   <translation>Keine Wörter darin</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/emptiness.py" />
   <source>Nothing to explain yet</source>
   <translation>Noch nichts zu erklären</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/emptiness.py" />
   <source>Search by words, then click a hit: here you see which word met which part of it.</source>
   <translation>Suchen Sie mit Wörtern und klicken Sie einen Treffer an: Hier sehen Sie, welches Wort welchen Teil traf.</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/emptiness.py" />
   <source>Suggest some</source>
   <translation>Einige vorschlagen</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/emptiness.py" />
   <source>The query has none. Type a word or a sentence above to see where it is.</source>
   <translation>Die Anfrage hat keine. Tippen Sie oben ein Wort oder einen Satz, um zu sehen, wo es ist.</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/emptiness.py" />
   <source>The words that are said in the query are being heard…</source>
   <translation>Die Wörter, die in der Anfrage gesprochen werden, werden gehört …</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/emptiness.py" />
   <source>There is nothing in this item to compare with.</source>
   <translation>In diesem Eintrag ist nichts zu vergleichen.</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/emptiness.py" />
   <source>This cannot be explained</source>
   <translation>Das lässt sich nicht erklären</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/emptiness.py" />
   <source>This is for pictures</source>
   <translation>Das ist für Bilder</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/emptiness.py" />
   <source>Type words</source>
   <translation>Wörter eintippen</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/emptiness.py" />
   <source>Which words?</source>
   <translation>Welche Wörter?</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/exporting.py" />
   <source>A page holds {}; the rest is left out.</source>
   <translation>Eine Seite fasst {}; der Rest bleibt weg.</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/exporting.py" />
   <source>Explain {} items</source>
   <translation>{} Einträge erklären</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/exporting.py" />
   <source>Save masks of {}</source>
   <translation>Masken von {} speichern</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/exporting.py" />
   <source>{} are not on it: {}</source>
   <translation>{} sind nicht darauf: {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/exporting.py" />
   <source>{} masks written to {}</source>
   <translation>{} Masken geschrieben nach {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/exporting.py" />
   <source>{} pictures explained in {}.</source>
   <translation>{} Bilder erklärt in {}.</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/heat_scale.py" />
   <source>Colour scale from 0 to {}</source>
   <translation>Farbskala von 0 bis {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/heat_scale.py" />
   <source>One colour range for all words of the picture.</source>
   <translation>Ein Farbbereich für alle Wörter des Bildes.</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/heat_view.py" />
   <source>Picture with the heat of a word</source>
   <translation>Bild mit der Wärme eines Wortes</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/methods_page.py" />
   <source>Believed</source>
   <translation>Glaubhaft</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/methods_page.py" />
   <source>Compare all methods</source>
   <translation>Alle Verfahren vergleichen</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/methods_page.py" />
   <source>Del.</source>
   <translation>Wegn.</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/methods_page.py" />
   <source>Each is tried on this picture and judged; that takes a minute or less.</source>
   <translation>Jedes wird an diesem Bild erprobt und beurteilt; das dauert höchstens eine Minute.</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/methods_page.py" />
   <source>Ins.</source>
   <translation>Zug.</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/methods_page.py" />
   <source>Methods compared</source>
   <translation>Verfahren im Vergleich</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/methods_page.py" />
   <source>None of them is better than random maps here.</source>
   <translation>Keines ist hier besser als zufällige Karten.</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/methods_page.py" />
   <source>Stop</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/methods_page.py" />
   <source>Stopped after {} of {}.</source>
   <translation>Nach {} von {} abgebrochen.</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/methods_page.py" />
   <source>The most faithful here: {}.</source>
   <translation>Das treueste hier: {}.</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/methods_page.py" />
   <source>Time</source>
   <translation>Zeit</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/methods_page.py" />
   <source>{} of {}</source>
   <translation>{} von {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/methods_page.py" />
   <source>{} of {} tried…</source>
   <translation>{} von {} erprobt…</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/methods_page.py" />
   <source>{} s</source>
   <translation>{} s</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/multiples.py" />
   <source>A map for each word: {}</source>
   <translation>Eine Karte für jedes Wort: {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/pair_page.py" />
   <source>Cosine above the mean of the picture; the best patch has {}.</source>
   <translation>Kosinus über dem Mittel des Bildes; das beste Feld hat {}.</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/pair_page.py" />
   <source>Hold a picture, then look at another: each patch of one finds its like.</source>
   <translation>Ein Bild festhalten, dann ein anderes ansehen: Jedes Feld des einen findet sein Gegenstück.</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/pair_page.py" />
   <source>Hold this picture</source>
   <translation>Dieses Bild festhalten</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/pair_page.py" />
   <source>Let it go</source>
   <translation>Loslassen</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/pair_page.py" />
   <source>Matching…</source>
   <translation>Wird zugeordnet…</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/pair_page.py" />
   <source>Now click another picture in the grid or on the map.</source>
   <translation>Klicken Sie nun ein anderes Bild im Raster oder auf der Karte an.</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/pair_page.py" />
   <source>Point at a patch. {} patches are each other's best.</source>
   <translation>Zeigen Sie auf ein Feld. {} Felder sind einander die besten.</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/panel.py" />
   <source>Compare the methods of explanation</source>
   <translation>Erklärverfahren vergleichen</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/panel.py" />
   <source>Explain the selection</source>
   <translation>Die Auswahl erklären</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/panel.py" />
   <source>Explain the selection as a page…</source>
   <translation>Die Auswahl als Seite erklären…</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/panel.py" />
   <source>Export the explanation</source>
   <translation>Erklärung exportieren</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/panel.py" />
   <source>Export the explanation…</source>
   <translation>Erklärung exportieren…</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/panel.py" />
   <source>Look into the parts of pictures</source>
   <translation>In die Teile der Bilder sehen</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/panel.py" />
   <source>Save the masks</source>
   <translation>Masken speichern</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/panel.py" />
   <source>So that a hovered word colours by parts, not by whole items; takes a while.</source>
   <translation>Damit ein berührtes Wort nach Teilen färbt, nicht nach ganzen Einträgen; dauert eine Weile.</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/panel.py" />
   <source>Try every method on the picture in focus and mark the most faithful.</source>
   <translation>Jedes Verfahren an diesem Bild erproben und das treueste kennzeichnen.</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/panel.py" />
   <source>Write one HTML page with the maps of every picture that is selected.</source>
   <translation>Eine HTML-Seite mit den Karten aller ausgewählten Bilder schreiben.</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/panel.py" />
   <source>Write the maps as PNG, SVG, JSON, CSV or HTML.</source>
   <translation>Die Karten als PNG, SVG, JSON, CSV oder HTML schreiben.</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/region_pane.py" />
   <source>Add to the query</source>
   <translation>Zur Anfrage hinzufügen</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/region_pane.py" />
   <source>How much nearer the region is to a word than the whole picture is.</source>
   <translation>Wie viel näher der Ausschnitt einem Wort ist als das ganze Bild.</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/region_pane.py" />
   <source>Let the region go</source>
   <translation>Ausschnitt loslassen</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/region_pane.py" />
   <source>Looking…</source>
   <translation>Wird angesehen…</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/region_pane.py" />
   <source>Search by this region</source>
   <translation>Nach diesem Ausschnitt suchen</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/region_pane.py" />
   <source>Words of the region</source>
   <translation>Wörter des Ausschnitts</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/region_pane.py" />
   <source>Words this region carries</source>
   <translation>Wörter, die dieser Ausschnitt trägt</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/region_term.py" />
   <source>Cut a region out</source>
   <translation>Einen Ausschnitt ausschneiden</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/region_term.py" />
   <source>part of {}</source>
   <translation>Teil von {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/relations_page.py" />
   <source>Chance</source>
   <translation>Wahrscheinlichkeit</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/relations_page.py" />
   <source>Chance of each relation</source>
   <translation>Wahrscheinlichkeit jeder Beziehung</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/relations_page.py" />
   <source>How likely each of nine relations is between two things in the picture.</source>
   <translation>Wie wahrscheinlich jede von neun Beziehungen zwischen zwei Dingen im Bild ist.</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/relations_page.py" />
   <source>Looking for them…</source>
   <translation>Sie werden gesucht…</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/relations_page.py" />
   <source>Name two things above, such as “a cup on a table”.</source>
   <translation>Nennen Sie oben zwei Dinge, etwa „a cup on a table“.</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/relations_page.py" />
   <source>Picture with the two things of a relation</source>
   <translation>Bild mit den zwei Dingen einer Beziehung</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/relations_page.py" />
   <source>Relations</source>
   <translation>Bezüge</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/relations_page.py" />
   <source>Subject, relation, object</source>
   <translation>Subjekt, Beziehung, Objekt</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/segments_page.py" />
   <source>Choose a class, then drag a box to show an example of it.</source>
   <translation>Eine Klasse wählen, dann einen Rahmen ziehen, um ein Beispiel dafür zu zeigen.</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/segments_page.py" />
   <source>Class</source>
   <translation>Klasse</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/segments_page.py" />
   <source>Drag a box on the picture to show what “{}” looks like.</source>
   <translation>Ziehen Sie einen Rahmen auf dem Bild, um zu zeigen, wie „{}“ aussieht.</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/segments_page.py" />
   <source>Examples</source>
   <translation>Beispiele</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/segments_page.py" />
   <source>Forget the examples</source>
   <translation>Beispiele vergessen</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/segments_page.py" />
   <source>Look at a picture to label its patches.</source>
   <translation>Sehen Sie ein Bild an, um seine Felder zu benennen.</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/segments_page.py" />
   <source>Margin</source>
   <translation>Abstand</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/segments_page.py" />
   <source>Names of the classes</source>
   <translation>Namen der Klassen</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/segments_page.py" />
   <source>Names, with commas: cat, grass, sky</source>
   <translation>Namen, durch Kommas getrennt: cat, grass, sky</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/segments_page.py" />
   <source>Picture with its segments</source>
   <translation>Bild mit seinen Segmenten</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/segments_page.py" />
   <source>Save the masks…</source>
   <translation>Masken speichern…</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/segments_page.py" />
   <source>Share</source>
   <translation>Anteil</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/segments_page.py" />
   <source>Shares of the classes</source>
   <translation>Anteile der Klassen</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/segments_page.py" />
   <source>Type at least two names; every patch gets the one that is nearest to it.</source>
   <translation>Tippen Sie mindestens zwei Namen; jedes Feld erhält den nächstliegenden.</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/texts_page.py" />
   <source>Ask the item itself</source>
   <translation>Den Eintrag selbst befragen</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/texts_page.py" />
   <source>Show where the words are in what was seen or heard of it</source>
   <translation>Zeigen, wo die Wörter in dem sind, was davon gesehen oder gehört wurde</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/texts_page.py" />
   <source>What matched are the words about the item, not the item itself.</source>
   <translation>Gepasst haben die Wörter über den Eintrag, nicht der Eintrag selbst.</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/texts_page.py" />
   <source>Words of the item</source>
   <translation>Wörter des Eintrags</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/tuning_line.py" />
   <source>A rollout takes the mean of all heads.</source>
   <translation>Das Ausrollen nimmt das Mittel aller Köpfe.</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/tuning_line.py" />
   <source>All layers</source>
   <translation>Alle Schichten</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/tuning_line.py" />
   <source>All layers, rolled out</source>
   <translation>Alle Schichten, ausgerollt</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/tuning_line.py" />
   <source>Head</source>
   <translation>Kopf</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/tuning_line.py" />
   <source>Head {}</source>
   <translation>Kopf {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/tuning_line.py" />
   <source>How many regions the patches are merged into, level by level</source>
   <translation>Zu wie vielen Bereichen die Felder Stufe um Stufe zusammengefasst werden</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/tuning_line.py" />
   <source>Last layer</source>
   <translation>Letzte Schicht</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/tuning_line.py" />
   <source>Layer</source>
   <translation>Schicht</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/tuning_line.py" />
   <source>Layer {}</source>
   <translation>Schicht {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/tuning_line.py" />
   <source>Layer {} (first)</source>
   <translation>Schicht {} (erste)</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/tuning_line.py" />
   <source>Layer {} (last)</source>
   <translation>Schicht {} (letzte)</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/tuning_line.py" />
   <source>Mean of heads</source>
   <translation>Mittel der Köpfe</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/tuning_line.py" />
   <source>Regions</source>
   <translation>Bereiche</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/tuning_line.py" />
   <source>Whose attention is shown</source>
   <translation>Wessen Aufmerksamkeit gezeigt wird</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/tuning_line.py" />
   <source>{} regions</source>
   <translation>{} Bereiche</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/view.py" />
   <source>Export what is shown</source>
   <translation>Gezeigtes exportieren</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/view.py" />
   <source>Export what is shown as a picture, a page or data</source>
   <translation>Gezeigtes als Bild, Seite oder Daten exportieren</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/view.py" />
   <source>Heard in the query: {}</source>
   <translation>In der Anfrage gehört: {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/view.py" />
   <source>How two things are related</source>
   <translation>Wie zwei Dinge zueinander stehen</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/view.py" />
   <source>Methods</source>
   <translation>Verfahren</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/view.py" />
   <source>Pair</source>
   <translation>Paar</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/view.py" />
   <source>Questions</source>
   <translation>Fragen</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/view.py" />
   <source>Segments</source>
   <translation>Segmente</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/view.py" />
   <source>The words of the query: {}</source>
   <translation>Die Wörter der Anfrage: {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/view.py" />
   <source>Which class each patch belongs to</source>
   <translation>Zu welcher Klasse jedes Feld gehört</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/view.py" />
   <source>Which method is the most faithful here</source>
   <translation>Welches Verfahren hier das treueste ist</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/view.py" />
   <source>Which patch of one picture is which of another</source>
   <translation>Welches Feld des einen Bildes welches des anderen ist</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/view.py" />
   <source>Which word met which part</source>
   <translation>Welches Wort welchen Teil traf</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/view.py" />
   <source>Why did it match</source>
   <translation>Warum passte es</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/view.py" />
   <source>Words</source>
   <translation>Wörter</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/view.py" />
   <source>Words to explain</source>
   <translation>Zu erklärende Wörter</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/words_page.py" />
   <source>Explaining by {}…</source>
   <translation>Wird mit {} erklärt…</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/words_page.py" />
   <source>The map and the grid show “{}”, {}.</source>
   <translation>Karte und Raster zeigen „{}“, {}.</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/words_page.py" />
   <source>{}: on its way…</source>
   <translation>{}: unterwegs…</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/words_told.py" />
   <source>A function word: it takes no part in the colour range.</source>
   <translation>Ein Funktionswort: Es zählt nicht zum Farbbereich.</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/words_told.py" />
   <source>Believed: how many of the words have a map that beats nine in ten random ones.
Deletion: patches are taken away, hottest first; the lower, the better.
Insertion: they are put into an empty picture, hottest first; the higher, the better.</source>
   <translation>Glaubhaft: wie viele der Wörter eine Karte haben, die neun von zehn zufälligen schlägt.
Wegnehmen: Felder werden weggenommen, die wärmsten zuerst; je niedriger, desto besser.
Zugeben: Sie kommen in ein leeres Bild, die wärmsten zuerst; je höher, desto besser.</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/words_told.py" />
   <source>Better than random maps ({}).</source>
   <translation>Besser als zufällige Karten ({}).</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/words_told.py" />
   <source>Heard in the query at {}, {} % sure.</source>
   <translation>In der Anfrage gehört bei {}, zu {} % sicher.</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/words_told.py" />
   <source>No better than random maps ({}): do not believe this one.</source>
   <translation>Nicht besser als zufällige Karten ({}): Glauben Sie dieser nicht.</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/words_told.py" />
   <source>No better than random.</source>
   <translation>Nicht besser als Zufall.</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/words_told.py" />
   <source>Nowhere does “{}” say more than the other words.</source>
   <translation>Nirgends sagt „{}“ mehr als die anderen Wörter.</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/words_told.py" />
   <source>Or else it was: {}</source>
   <translation>Oder es war: {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/words_told.py" />
   <source>Testing how far to believe it…</source>
   <translation>Es wird geprüft, wie weit ihr zu glauben ist…</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/words_told.py" />
   <source>This method knows nothing of words: its map is the same for all of them.</source>
   <translation>Dieses Verfahren weiß nichts von Wörtern: Seine Karte ist für alle dieselbe.</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/words_told.py" />
   <source>at {} s</source>
   <translation>bei {} s</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/words_told.py" />
   <source>at {} s, {} Hz</source>
   <translation>bei {} s, {} Hz</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/words_told.py" />
   <source>deletion {}, insertion {}</source>
   <translation>Wegnehmen {}, Zugeben {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/words_told.py" />
   <source>{}: best patch {}</source>
   <translation>{}: bestes Feld {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/words_told.py" />
   <source>{}–{} s</source>
   <translation>{}–{} s</translation>
  </message>
  <message>
   <location filename="explorer/ui/exports.py" />
   <source>Export the map of {}</source>
   <translation>Karte von {} exportieren</translation>
  </message>
  <message>
   <location filename="explorer/ui/exports.py" />
   <source>Export {} items</source>
   <translation>{} Einträge exportieren</translation>
  </message>
  <message>
   <location filename="explorer/ui/exports.py" />
   <source>Picture of a view</source>
   <translation>Bild einer Ansicht</translation>
  </message>
  <message>
   <location filename="explorer/ui/exports.py" />
   <source>Picture of: {}</source>
   <translation>Bild von: {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/exports.py" />
   <source>The window</source>
   <translation>Das Fenster</translation>
  </message>
  <message>
   <location filename="explorer/ui/filter_words.py" />
   <source>Camera</source>
   <translation>Kamera</translation>
  </message>
  <message>
   <location filename="explorer/ui/filter_words.py" />
   <source>File size</source>
   <translation>Dateigröße</translation>
  </message>
  <message>
   <location filename="explorer/ui/filter_words.py" />
   <source>Folder</source>
   <translation>Ordner</translation>
  </message>
  <message>
   <location filename="explorer/ui/filter_words.py" />
   <source>Group</source>
   <translation>Gruppe</translation>
  </message>
  <message>
   <location filename="explorer/ui/filter_words.py" />
   <source>Kind</source>
   <translation>Art</translation>
  </message>
  <message>
   <location filename="explorer/ui/filter_words.py" />
   <source>Month taken</source>
   <translation>Aufnahmemonat</translation>
  </message>
  <message>
   <location filename="explorer/ui/filter_words.py" />
   <source>Rating</source>
   <translation>Bewertung</translation>
  </message>
  <message>
   <location filename="explorer/ui/filter_words.py" />
   <source>Tag</source>
   <translation>Schlagwort</translation>
  </message>
  <message>
   <location filename="explorer/ui/filter_words.py" />
   <source>Year taken</source>
   <translation>Aufnahmejahr</translation>
  </message>
  <message>
   <location filename="explorer/ui/filter_words.py" />
   <source>or more</source>
   <translation>oder mehr</translation>
  </message>
  <message>
   <location filename="explorer/ui/filter_words.py" />
   <source>over {}</source>
   <translation>über {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/filter_words.py" />
   <source>under {}</source>
   <translation>unter {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/filter_words.py" />
   <source>{} to {}</source>
   <translation>{} bis {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/arranging.py" />
   <source>Put the items in order</source>
   <translation>Einträge ordnen</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/counting.py" />
   <source>, {} groups</source>
   <translation>, {} Gruppen</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/counting.py" />
   <source>1 item</source>
   <translation>1 Eintrag</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/counting.py" />
   <source>Answered in {} s</source>
   <translation>Beantwortet in {} s</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/counting.py" />
   <source>Reading files…</source>
   <translation>Dateien werden gelesen…</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/counting.py" />
   <source>Searching…</source>
   <translation>Suche läuft…</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/counting.py" />
   <source>{} items</source>
   <translation>{} Einträge</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/counting.py" />
   <source>{} selected</source>
   <translation>{} ausgewählt</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/emptiness.py" />
   <source>Clear the filters</source>
   <translation>Filter leeren</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/emptiness.py" />
   <source>Clear the query</source>
   <translation>Anfrage leeren</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/emptiness.py" />
   <source>Drop files or folders here, or choose a folder. The files stay where they are.</source>
   <translation>Legen Sie Dateien oder Ordner hier ab, oder wählen Sie einen Ordner. Die Dateien bleiben, wo sie sind.</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/emptiness.py" />
   <source>Index it again</source>
   <translation>Erneut indizieren</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/emptiness.py" />
   <source>No collection is open</source>
   <translation>Keine Sammlung ist offen</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/emptiness.py" />
   <source>No file of this collection is where it was. Connect the drive, or add a folder.</source>
   <translation>Keine Datei dieser Sammlung ist, wo sie war. Schließen Sie das Laufwerk an, oder fügen Sie einen Ordner hinzu.</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/emptiness.py" />
   <source>No item has these words. Searching by meaning always finds the nearest.</source>
   <translation>Kein Eintrag hat diese Wörter. Die Suche nach Bedeutung findet immer das Nächstliegende.</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/emptiness.py" />
   <source>No item passes all of them. Take one away, or all.</source>
   <translation>Kein Eintrag besteht alle. Nehmen Sie einen Filter weg, oder alle.</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/emptiness.py" />
   <source>Nothing fits the filters</source>
   <translation>Nichts passt zu den Filtern</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/emptiness.py" />
   <source>Nothing found</source>
   <translation>Nichts gefunden</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/emptiness.py" />
   <source>Nothing is that close</source>
   <translation>Nichts liegt so nahe</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/emptiness.py" />
   <source>Open one from the sidebar, or add a folder of pictures, sounds or texts.</source>
   <translation>Öffnen Sie eine in der Seitenleiste, oder fügen Sie einen Ordner mit Bildern, Klängen oder Texten hinzu.</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/emptiness.py" />
   <source>Search by meaning</source>
   <translation>Nach Bedeutung suchen</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/emptiness.py" />
   <source>Show all hits</source>
   <translation>Alle Treffer zeigen</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/emptiness.py" />
   <source>The files are gone</source>
   <translation>Die Dateien sind weg</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/emptiness.py" />
   <source>The slider below the query lets only the closest through, and no hit is close enough.</source>
   <translation>Der Regler unter der Suche lässt nur die nächsten durch, und kein Treffer liegt nahe genug.</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/emptiness.py" />
   <source>This collection is empty</source>
   <translation>Diese Sammlung ist leer</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/emptiness.py" />
   <source>This could not be searched for</source>
   <translation>Danach ließ sich nicht suchen</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/group_words.py" />
   <source>By cluster</source>
   <translation>Nach Gruppe der Karte</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/group_words.py" />
   <source>By day</source>
   <translation>Nach Tag</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/group_words.py" />
   <source>By folder</source>
   <translation>Nach Ordner</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/group_words.py" />
   <source>By how close they are</source>
   <translation>Nach Nähe</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/group_words.py" />
   <source>By tag</source>
   <translation>Nach Schlagwort</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/group_words.py" />
   <source>Closer than {} % of their kind</source>
   <translation>Näher als {} % ihrer Art</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/group_words.py" />
   <source>Cluster {}</source>
   <translation>Gruppe {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/group_words.py" />
   <source>In no cluster</source>
   <translation>In keiner Gruppe</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/group_words.py" />
   <source>No groups</source>
   <translation>Keine Gruppen</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/group_words.py" />
   <source>No tag</source>
   <translation>Kein Schlagwort</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/group_words.py" />
   <source>The farther half</source>
   <translation>Die fernere Hälfte</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/header.py" />
   <source>As added</source>
   <translation>Wie hinzugefügt</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/header.py" />
   <source>As added, from the last</source>
   <translation>Wie hinzugefügt, vom letzten an</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/header.py" />
   <source>Best first</source>
   <translation>Beste zuerst</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/header.py" />
   <source>By cluster, from the last</source>
   <translation>Nach Gruppe, von der letzten an</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/header.py" />
   <source>Closest first</source>
   <translation>Nächste zuerst</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/header.py" />
   <source>Earliest taken first</source>
   <translation>Früheste Aufnahmen zuerst</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/header.py" />
   <source>Farthest first</source>
   <translation>Fernste zuerst</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/header.py" />
   <source>Fewest pixels first</source>
   <translation>Wenigste Pixel zuerst</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/header.py" />
   <source>Fewest stars first</source>
   <translation>Wenigste Sterne zuerst</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/header.py" />
   <source>First added first</source>
   <translation>Zuerst Hinzugefügtes zuerst</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/header.py" />
   <source>First changed first</source>
   <translation>Zuerst Geändertes zuerst</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/header.py" />
   <source>Fold all groups</source>
   <translation>Alle Gruppen falten</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/header.py" />
   <source>Folder, A to Z</source>
   <translation>Ordner, A bis Z</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/header.py" />
   <source>Folder, Z to A</source>
   <translation>Ordner, Z bis A</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/header.py" />
   <source>Groups</source>
   <translation>Gruppen</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/header.py" />
   <source>Groups: {}</source>
   <translation>Gruppen: {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/header.py" />
   <source>Kind, A to Z</source>
   <translation>Art, A bis Z</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/header.py" />
   <source>Kind, Z to A</source>
   <translation>Art, Z bis A</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/header.py" />
   <source>Largest file first</source>
   <translation>Größte Datei zuerst</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/header.py" />
   <source>Last added first</source>
   <translation>Zuletzt Hinzugefügtes zuerst</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/header.py" />
   <source>Last changed first</source>
   <translation>Zuletzt Geändertes zuerst</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/header.py" />
   <source>Latest taken first</source>
   <translation>Späteste Aufnahmen zuerst</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/header.py" />
   <source>List</source>
   <translation>Liste</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/header.py" />
   <source>Longest first</source>
   <translation>Längste zuerst</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/header.py" />
   <source>Most pixels first</source>
   <translation>Meiste Pixel zuerst</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/header.py" />
   <source>Most stars first</source>
   <translation>Meiste Sterne zuerst</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/header.py" />
   <source>Name, A to Z</source>
   <translation>Name, A bis Z</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/header.py" />
   <source>Name, Z to A</source>
   <translation>Name, Z bis A</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/header.py" />
   <source>Order</source>
   <translation>Reihenfolge</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/header.py" />
   <source>Order: {}</source>
   <translation>Reihenfolge: {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/header.py" />
   <source>Shortest first</source>
   <translation>Kürzeste zuerst</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/header.py" />
   <source>Size of the pictures</source>
   <translation>Größe der Bilder</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/header.py" />
   <source>Size of the pictures  (Ctrl + wheel)</source>
   <translation>Größe der Bilder  (Strg + Rad)</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/header.py" />
   <source>Smallest file first</source>
   <translation>Kleinste Datei zuerst</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/header.py" />
   <source>Squares</source>
   <translation>Quadrate</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/header.py" />
   <source>Tags, A to Z</source>
   <translation>Schlagwörter, A bis Z</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/header.py" />
   <source>Tags, Z to A</source>
   <translation>Schlagwörter, Z bis A</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/header.py" />
   <source>Turn round: {}</source>
   <translation>Umkehren: {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/header.py" />
   <source>Turn the order round</source>
   <translation>Reihenfolge umkehren</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/header.py" />
   <source>Unfold all groups</source>
   <translation>Alle Gruppen entfalten</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/header.py" />
   <source>Weakest first</source>
   <translation>Schwächste zuerst</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/header.py" />
   <source>{}  (V switches)</source>
   <translation>{}  (V wechselt)</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/hint.py" />
   <source>score {}</source>
   <translation>Wert {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/item_commands.py" />
   <source>Copy path</source>
   <translation>Pfad kopieren</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/item_commands.py" />
   <source>Copy paths</source>
   <translation>Pfade kopieren</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/item_commands.py" />
   <source>Copy picture</source>
   <translation>Bild kopieren</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/item_commands.py" />
   <source>Del</source>
   <translation>Entf</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/item_commands.py" />
   <source>Dislike: refine away from it</source>
   <translation>Gefällt nicht: davon weg verfeinern</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/item_commands.py" />
   <source>Less like this</source>
   <translation>Weniger davon</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/item_commands.py" />
   <source>Like: refine towards it</source>
   <translation>Gefällt: darauf zu verfeinern</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/item_commands.py" />
   <source>Move to the trash</source>
   <translation>In den Papierkorb legen</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/item_commands.py" />
   <source>No stars</source>
   <translation>Keine Sterne</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/item_commands.py" />
   <source>Open</source>
   <translation>Öffnen</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/item_commands.py" />
   <source>Open with</source>
   <translation>Öffnen mit</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/item_commands.py" />
   <source>Path copied.</source>
   <translation>Pfad kopiert.</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/item_commands.py" />
   <source>Paths copied.</source>
   <translation>Pfade kopiert.</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/item_commands.py" />
   <source>Picture copied.</source>
   <translation>Bild kopiert.</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/item_commands.py" />
   <source>Show in its folder</source>
   <translation>Im Ordner zeigen</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/item_commands.py" />
   <source>There is no picture to copy.</source>
   <translation>Es gibt kein Bild zu kopieren.</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/item_commands.py" />
   <source>{} cannot be shown: its folder is not there any more.</source>
   <translation>{} lässt sich nicht zeigen: Der Ordner ist nicht mehr da.</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/large_preview.py" />
   <source>Close  (Esc)</source>
   <translation>Schließen  (Esc)</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/large_preview.py" />
   <source>Large view</source>
   <translation>Große Ansicht</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/large_preview.py" />
   <source>The next one  (Right)</source>
   <translation>Der nächste  (Rechts)</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/large_preview.py" />
   <source>The one before  (Left)</source>
   <translation>Der vorige  (Links)</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/model.py" />
   <source>selected</source>
   <translation>ausgewählt</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/open_with.py" />
   <source>Another program…</source>
   <translation>Anderes Programm…</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/open_with.py" />
   <source>Choose a program</source>
   <translation>Programm wählen</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/open_with.py" />
   <source>Programs</source>
   <translation>Programme</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/open_with.py" />
   <source>The system's program</source>
   <translation>Programm des Systems</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/open_with.py" />
   <source>{} cannot be opened: the file is not there any more.</source>
   <translation>{} lässt sich nicht öffnen: Die Datei ist nicht mehr da.</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/open_with.py" />
   <source>{} cannot be opened: the system has no program for it.</source>
   <translation>{} lässt sich nicht öffnen: Das System hat kein Programm dafür.</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/open_with.py" />
   <source>{} could not be started.</source>
   <translation>{} ließ sich nicht starten.</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/open_with.py" />
   <source>{} is no program that can be started.</source>
   <translation>{} ist kein Programm, das sich starten lässt.</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/showing_large.py" />
   <source>Shift and drag to search by a part of it</source>
   <translation>Umschalt und ziehen, um nach einem Teil davon zu suchen</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/tag_popover.py" />
   <source>Tag this item</source>
   <translation>Schlagwort für diesen Eintrag</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/tag_popover.py" />
   <source>Tag {} items</source>
   <translation>Schlagwort für {} Einträge</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/tag_popover.py" />
   <source>Tags, with commas between</source>
   <translation>Schlagwörter, durch Kommas getrennt</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/view.py" />
   <source>Items</source>
   <translation>Einträge</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/facts.py" />
   <source>1/{} s</source>
   <translation>1/{} s</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/facts.py" />
   <source>Added</source>
   <translation>Hinzugefügt</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/facts.py" />
   <source>Author</source>
   <translation>Urheber</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/facts.py" />
   <source>Changed</source>
   <translation>Geändert</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/facts.py" />
   <source>E</source>
   <translation>O</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/facts.py" />
   <source>Exposure</source>
   <translation>Belichtung</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/facts.py" />
   <source>Length</source>
   <translation>Länge</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/facts.py" />
   <source>Lens</source>
   <translation>Objektiv</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/facts.py" />
   <source>N</source>
   <translation>N</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/facts.py" />
   <source>On disk</source>
   <translation>Auf der Platte</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/facts.py" />
   <source>Place</source>
   <translation>Ort</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/facts.py" />
   <source>S</source>
   <translation>S</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/facts.py" />
   <source>Size</source>
   <translation>Größe</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/facts.py" />
   <source>State</source>
   <translation>Zustand</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/facts.py" />
   <source>Taken</source>
   <translation>Aufgenommen</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/facts.py" />
   <source>The file is gone; what was read of it is kept.</source>
   <translation>Die Datei ist weg; was von ihr gelesen wurde, bleibt.</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/facts.py" />
   <source>W</source>
   <translation>W</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/facts.py" />
   <source>{} mm</source>
   <translation>{} mm</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/inspector.py" />
   <source>Click an item on the map or in the grid to see it here.</source>
   <translation>Klicken Sie einen Eintrag auf der Karte oder im Raster an, um ihn hier zu sehen.</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/inspector.py" />
   <source>Facts</source>
   <translation>Fakten</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/inspector.py" />
   <source>Look for copies of everything</source>
   <translation>Nach Kopien von allem suchen</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/inspector.py" />
   <source>Marks</source>
   <translation>Vermerke</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/inspector.py" />
   <source>Marks of the {} selected</source>
   <translation>Vermerke der {} ausgewählten</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/inspector.py" />
   <source>Nearest</source>
   <translation>Am nächsten</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/inspector.py" />
   <source>Nothing chosen</source>
   <translation>Nichts gewählt</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/inspector.py" />
   <source>Number {}</source>
   <translation>Nummer {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/inspector.py" />
   <source>Score {}</source>
   <translation>Wert {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/inspector.py" />
   <source>Shift and drag: search by a part of it</source>
   <translation>Umschalt und ziehen: nach einem Teil davon suchen</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/inspector.py" />
   <source>Show which word met which part of it  (W)</source>
   <translation>Zeigen, welches Wort welchen Teil traf  (W)</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/inspector.py" />
   <source>Why it is here</source>
   <translation>Warum er hier ist</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/inspector.py" />
   <source>{} nearly the same</source>
   <translation>{} fast gleich</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/inspector.py" />
   <source>{} with the same content</source>
   <translation>{} mit gleichem Inhalt</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/inspector.py" />
   <source>{}, the first {}</source>
   <translation>{}, die ersten {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/mark_pane.py" />
   <source>1 star</source>
   <translation>1 Stern</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/mark_pane.py" />
   <source>Note</source>
   <translation>Notiz</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/mark_pane.py" />
   <source>Take the tag {} away</source>
   <translation>Schlagwort {} wegnehmen</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/mark_pane.py" />
   <source>Write a note</source>
   <translation>Eine Notiz schreiben</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/mark_pane.py" />
   <source>{} stars</source>
   <translation>{} Sterne</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/media_pane.py" />
   <source>Opening…</source>
   <translation>Wird geöffnet…</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/media_pane.py" />
   <source>There is nothing to see in this file.</source>
   <translation>In dieser Datei ist nichts zu sehen.</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/neighbour_strip.py" />
   <source>Copies: {}</source>
   <translation>Kopien: {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/neighbour_strip.py" />
   <source>Nearest {}: {}</source>
   <translation>Am nächsten ({}): {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/neighbour_strip.py" />
   <source>The same content</source>
   <translation>Gleicher Inhalt</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/sound_bar.py" />
   <source>Pause</source>
   <translation>Pause</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/sound_bar.py" />
   <source>Play</source>
   <translation>Abspielen</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/sound_player.py" />
   <source>The audio device stopped; try again.</source>
   <translation>Das Audiogerät hielt an; versuchen Sie es noch einmal.</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/sound_player.py" />
   <source>There is no audio device to play on; connect one.</source>
   <translation>Es gibt kein Audiogerät zum Abspielen; schließen Sie eines an.</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/tag_field.py" />
   <source>Add a tag</source>
   <translation>Schlagwort hinzufügen</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/words_view.py" />
   <source>Text</source>
   <translation>Text</translation>
  </message>
  <message>
   <location filename="explorer/ui/item_list/columns.py" />
   <source>Closer than</source>
   <translation>Näher als</translation>
  </message>
  <message>
   <location filename="explorer/ui/item_list/columns.py" />
   <source>Cluster</source>
   <translation>Gruppe</translation>
  </message>
  <message>
   <location filename="explorer/ui/item_list/columns.py" />
   <source>Dimensions</source>
   <translation>Maße</translation>
  </message>
  <message>
   <location filename="explorer/ui/item_list/columns.py" />
   <source>Duration</source>
   <translation>Dauer</translation>
  </message>
  <message>
   <location filename="explorer/ui/item_list/columns.py" />
   <source>File changed</source>
   <translation>Datei geändert</translation>
  </message>
  <message>
   <location filename="explorer/ui/item_list/columns.py" />
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <location filename="explorer/ui/item_list/columns.py" />
   <source>Score</source>
   <translation>Wert</translation>
  </message>
  <message>
   <location filename="explorer/ui/item_list/columns.py" />
   <source>Tags</source>
   <translation>Schlagwörter</translation>
  </message>
  <message>
   <location filename="explorer/ui/item_list/columns.py" />
   <source>{} %</source>
   <translation>{} %</translation>
  </message>
  <message>
   <location filename="explorer/ui/item_list/model.py" />
   <source>Sort by {}. Right-click to choose the columns.</source>
   <translation>Nach {} ordnen. Rechtsklick wählt die Spalten.</translation>
  </message>
  <message>
   <location filename="explorer/ui/item_list/table.py" />
   <source>Columns</source>
   <translation>Spalten</translation>
  </message>
  <message>
   <location filename="explorer/ui/item_list/table.py" />
   <source>The usual columns</source>
   <translation>Die üblichen Spalten</translation>
  </message>
  <message>
   <location filename="explorer/ui/item_words.py" />
   <source>A weak match: it may only be the best of what is wrong.</source>
   <translation>Ein schwacher Treffer: vielleicht nur das Beste unter dem Falschen.</translation>
  </message>
  <message>
   <location filename="explorer/ui/item_words.py" />
   <source>Found by its name and description, not by what is in it.</source>
   <translation>Gefunden über Name und Beschreibung, nicht über den Inhalt.</translation>
  </message>
  <message>
   <location filename="explorer/ui/item_words.py" />
   <source>closer than almost all of your {kind}</source>
   <translation>näher als fast alle Ihrer {kind}</translation>
  </message>
  <message>
   <location filename="explorer/ui/item_words.py" />
   <source>closer than {share} % of your {kind}</source>
   <translation>näher als {share} % Ihrer {kind}</translation>
  </message>
  <message>
   <location filename="explorer/ui/item_words.py" />
   <source>d MMM yyyy</source>
   <translation>d. MMM yyyy</translation>
  </message>
  <message>
   <location filename="explorer/ui/item_words.py" />
   <source>line {}</source>
   <translation>Zeile {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/item_words.py" />
   <source>page {}</source>
   <translation>Seite {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/item_words.py" />
   <source>paragraph {}</source>
   <translation>Absatz {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/item_words.py" />
   <source>region {}</source>
   <translation>Ausschnitt {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/jobs_bar/job_row.py" />
   <source>Progress of {}</source>
   <translation>Fortschritt von {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/jobs_bar/job_row.py" />
   <source>Put {} away</source>
   <translation>{} weglegen</translation>
  </message>
  <message>
   <location filename="explorer/ui/jobs_bar/job_row.py" />
   <source>Stop {}</source>
   <translation>{} abbrechen</translation>
  </message>
  <message>
   <location filename="explorer/ui/jobs_bar/job_row.py" />
   <source>a moment</source>
   <translation>einen Augenblick</translation>
  </message>
  <message>
   <location filename="explorer/ui/jobs_bar/job_row.py" />
   <source>about {} h</source>
   <translation>etwa {} h</translation>
  </message>
  <message>
   <location filename="explorer/ui/jobs_bar/job_row.py" />
   <source>about {} min</source>
   <translation>etwa {} min</translation>
  </message>
  <message>
   <location filename="explorer/ui/jobs_bar/job_row.py" />
   <source>about {} s</source>
   <translation>etwa {} s</translation>
  </message>
  <message>
   <location filename="explorer/ui/jobs_bar/job_row.py" />
   <source>done</source>
   <translation>fertig</translation>
  </message>
  <message>
   <location filename="explorer/ui/jobs_bar/job_row.py" />
   <source>stopped</source>
   <translation>abgebrochen</translation>
  </message>
  <message>
   <location filename="explorer/ui/jobs_bar/job_row.py" />
   <source>stopping…</source>
   <translation>wird abgebrochen…</translation>
  </message>
  <message>
   <location filename="explorer/ui/jobs_bar/job_row.py" />
   <source>waits for its turn</source>
   <translation>wartet, bis es an der Reihe ist</translation>
  </message>
  <message>
   <location filename="explorer/ui/jobs_bar/job_row.py" />
   <source>{done} of {total}</source>
   <translation>{done} von {total}</translation>
  </message>
  <message>
   <location filename="explorer/ui/jobs_bar/job_row.py" />
   <source>{} left</source>
   <translation>noch {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/jobs_bar/job_row.py" />
   <source>{} per second</source>
   <translation>{} je Sekunde</translation>
  </message>
  <message>
   <location filename="explorer/ui/jobs_bar/jobs_bar.py" />
   <source>Put this away</source>
   <translation>Weglegen</translation>
  </message>
  <message>
   <location filename="explorer/ui/kinds.py" />
   <source>1 picture</source>
   <translation>1 Bild</translation>
  </message>
  <message>
   <location filename="explorer/ui/kinds.py" />
   <source>1 sound</source>
   <translation>1 Ton</translation>
  </message>
  <message>
   <location filename="explorer/ui/kinds.py" />
   <source>1 table row</source>
   <translation>1 Tabellenzeile</translation>
  </message>
  <message>
   <location filename="explorer/ui/kinds.py" />
   <source>1 text</source>
   <translation>1 Text</translation>
  </message>
  <message>
   <location filename="explorer/ui/kinds.py" />
   <source>Item</source>
   <translation>Element</translation>
  </message>
  <message>
   <location filename="explorer/ui/kinds.py" />
   <source>Picture</source>
   <translation>Bild</translation>
  </message>
  <message>
   <location filename="explorer/ui/kinds.py" />
   <source>Sound</source>
   <translation>Ton</translation>
  </message>
  <message>
   <location filename="explorer/ui/kinds.py" />
   <source>Table row</source>
   <translation>Tabellenzeile</translation>
  </message>
  <message>
   <location filename="explorer/ui/kinds.py" />
   <source>sounds</source>
   <translation>Klänge</translation>
  </message>
  <message>
   <location filename="explorer/ui/kinds.py" />
   <source>table rows</source>
   <translation>Tabellenzeilen</translation>
  </message>
  <message>
   <location filename="explorer/ui/main_window.py" />
   <source>Add to “{}”, or to a new collection</source>
   <translation>Zu „{}“ oder zu einer neuen Sammlung hinzufügen</translation>
  </message>
  <message>
   <location filename="explorer/ui/main_window.py" />
   <source>Drop to make a collection of it</source>
   <translation>Ablegen, um eine Sammlung daraus zu machen</translation>
  </message>
  <message>
   <location filename="explorer/ui/main_window.py" />
   <source>Library</source>
   <translation>Bibliothek</translation>
  </message>
  <message>
   <location filename="explorer/ui/map/axis_ends.py" />
   <source>Left end of the map</source>
   <translation>Linkes Ende der Karte</translation>
  </message>
  <message>
   <location filename="explorer/ui/map/axis_ends.py" />
   <source>Lower end of the map</source>
   <translation>Unteres Ende der Karte</translation>
  </message>
  <message>
   <location filename="explorer/ui/map/axis_ends.py" />
   <source>Right end of the map</source>
   <translation>Rechtes Ende der Karte</translation>
  </message>
  <message>
   <location filename="explorer/ui/map/axis_ends.py" />
   <source>Type or drop a phrase; Enter lays the map out by it.</source>
   <translation>Eine Wendung tippen oder ablegen; Eingabe legt die Karte danach aus.</translation>
  </message>
  <message>
   <location filename="explorer/ui/map/axis_ends.py" />
   <source>Upper end of the map</source>
   <translation>Oberes Ende der Karte</translation>
  </message>
  <message>
   <location filename="explorer/ui/map/axis_ends.py" />
   <source>a phrase</source>
   <translation>eine Wendung</translation>
  </message>
  <message>
   <location filename="explorer/ui/map/choice_bar.py" />
   <source>An outline adds to the selection  (Shift)</source>
   <translation>Ein Umriss ergänzt die Auswahl  (Umschalt)</translation>
  </message>
  <message>
   <location filename="explorer/ui/map/choice_bar.py" />
   <source>An outline keeps what is selected inside it  (Shift+Ctrl)</source>
   <translation>Ein Umriss behält das Ausgewählte in ihm  (Umschalt+Strg)</translation>
  </message>
  <message>
   <location filename="explorer/ui/map/choice_bar.py" />
   <source>An outline makes a new selection</source>
   <translation>Ein Umriss wählt neu aus</translation>
  </message>
  <message>
   <location filename="explorer/ui/map/choice_bar.py" />
   <source>An outline takes away from the selection  (Ctrl)</source>
   <translation>Ein Umriss nimmt von der Auswahl weg  (Strg)</translation>
  </message>
  <message>
   <location filename="explorer/ui/map/choice_bar.py" />
   <source>Axes</source>
   <translation>Achsen</translation>
  </message>
  <message>
   <location filename="explorer/ui/map/choice_bar.py" />
   <source>Axes of your own: from one phrase to another</source>
   <translation>Eigene Achsen: von einem Begriff zum anderen</translation>
  </message>
  <message>
   <location filename="explorer/ui/map/choice_bar.py" />
   <source>How the map is laid out</source>
   <translation>Wie die Karte ausgelegt ist</translation>
  </message>
  <message>
   <location filename="explorer/ui/map/choice_bar.py" />
   <source>Intersect</source>
   <translation>Schneiden</translation>
  </message>
  <message>
   <location filename="explorer/ui/map/choice_bar.py" />
   <source>Lay the map out by these axes</source>
   <translation>Die Karte nach diesen Achsen auslegen</translation>
  </message>
  <message>
   <location filename="explorer/ui/map/choice_bar.py" />
   <source>Map tools</source>
   <translation>Kartenwerkzeuge</translation>
  </message>
  <message>
   <location filename="explorer/ui/map/choice_bar.py" />
   <source>Neighbourhoods, spread out evenly (t-SNE)</source>
   <translation>Nachbarschaften, gleichmäßig verteilt (t-SNE)</translation>
  </message>
  <message>
   <location filename="explorer/ui/map/choice_bar.py" />
   <source>Neighbourhoods: like lies by like (UMAP)</source>
   <translation>Nachbarschaften: Gleiches liegt bei Gleichem (UMAP)</translation>
  </message>
  <message>
   <location filename="explorer/ui/map/choice_bar.py" />
   <source>New</source>
   <translation>Neu</translation>
  </message>
  <message>
   <location filename="explorer/ui/map/choice_bar.py" />
   <source>Pictures, when near enough</source>
   <translation>Bilder, wenn nah genug</translation>
  </message>
  <message>
   <location filename="explorer/ui/map/choice_bar.py" />
   <source>Remove</source>
   <translation>Wegnehmen</translation>
  </message>
  <message>
   <location filename="explorer/ui/map/choice_bar.py" />
   <source>Two main directions: quick, keeps large distances (PCA)</source>
   <translation>Zwei Hauptrichtungen: schnell, wahrt große Abstände (PCA)</translation>
  </message>
  <message>
   <location filename="explorer/ui/map/choice_bar.py" />
   <source>What an outline does</source>
   <translation>Was ein Umriss tut</translation>
  </message>
  <message>
   <location filename="explorer/ui/map/choice_bar.py" />
   <source>What is shown on the map</source>
   <translation>Was auf der Karte zu sehen ist</translation>
  </message>
  <message>
   <location filename="explorer/ui/map/choice_bar.py" />
   <source>What the points are coloured by</source>
   <translation>Wonach die Punkte gefärbt sind</translation>
  </message>
  <message>
   <location filename="explorer/ui/map/corner.py" />
   <source>Legend</source>
   <translation>Legende</translation>
  </message>
  <message>
   <location filename="explorer/ui/map/corner.py" />
   <source>Show everything</source>
   <translation>Alles zeigen</translation>
  </message>
  <message>
   <location filename="explorer/ui/map/corner.py" />
   <source>Show or hide {name}; the other button selects it</source>
   <translation>{name} zeigen oder verbergen; die andere Taste wählt es aus</translation>
  </message>
  <message>
   <location filename="explorer/ui/map/corner.py" />
   <source>Zoom in</source>
   <translation>Vergrößern</translation>
  </message>
  <message>
   <location filename="explorer/ui/map/corner.py" />
   <source>Zoom out</source>
   <translation>Verkleinern</translation>
  </message>
  <message>
   <location filename="explorer/ui/map/scale_legend.py" />
   <source>Drag the ends: what lies outside is greyed.</source>
   <translation>Ziehen Sie die Enden: Was außerhalb liegt, wird grau.</translation>
  </message>
  <message>
   <location filename="explorer/ui/map/scale_legend.py" />
   <source>Range that stays lit</source>
   <translation>Bereich, der hell bleibt</translation>
  </message>
  <message>
   <location filename="explorer/ui/map/scale_legend.py" />
   <source>Scale</source>
   <translation>Skala</translation>
  </message>
  <message>
   <location filename="explorer/ui/map/widget.py" />
   <source>, {count} not on the map</source>
   <translation>, {count} nicht auf der Karte</translation>
  </message>
  <message>
   <location filename="explorer/ui/map/widget.py" />
   <source>{count} items</source>
   <translation>{count} Einträge</translation>
  </message>
  <message>
   <location filename="explorer/ui/map/widget.py" />
   <source>{count} selected</source>
   <translation>{count} ausgewählt</translation>
  </message>
  <message>
   <location filename="explorer/ui/map/widget.py" />
   <source>{lit} of {count} items</source>
   <translation>{lit} von {count} Einträgen</translation>
  </message>
  <message>
   <location filename="explorer/ui/map_colouring.py" />
   <source>Closeness to the query</source>
   <translation>Nähe zur Anfrage</translation>
  </message>
  <message>
   <location filename="explorer/ui/map_colouring.py" />
   <source>Pixels</source>
   <translation>Pixel</translation>
  </message>
  <message>
   <location filename="explorer/ui/map_colouring.py" />
   <source>Time changed</source>
   <translation>Änderungszeit</translation>
  </message>
  <message>
   <location filename="explorer/ui/map_colouring.py" />
   <source>Time taken</source>
   <translation>Aufnahmezeit</translation>
  </message>
  <message>
   <location filename="explorer/ui/map_colouring.py" />
   <source>Trust in the place</source>
   <translation>Verlässlichkeit des Ortes</translation>
  </message>
  <message>
   <location filename="explorer/ui/map_colouring.py" />
   <source>no name</source>
   <translation>kein Name</translation>
  </message>
  <message>
   <location filename="explorer/ui/map_view.py" />
   <source>Add these to the selection</source>
   <translation>Diese zur Auswahl hinzufügen</translation>
  </message>
  <message>
   <location filename="explorer/ui/map_view.py" />
   <source>Ask for what is like these</source>
   <translation>Nach Ähnlichem wie diesen suchen</translation>
  </message>
  <message>
   <location filename="explorer/ui/map_view.py" />
   <source>Cosine along this axis: {}</source>
   <translation>Kosinus entlang dieser Achse: {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/map_view.py" />
   <source>Drop a folder on the window: what is in it will be laid out here.</source>
   <translation>Legen Sie einen Ordner auf dem Fenster ab: Was darin ist, wird hier ausgelegt.</translation>
  </message>
  <message>
   <location filename="explorer/ui/map_view.py" />
   <source>It is laid out as soon as the first files are read.</source>
   <translation>Sie wird ausgelegt, sobald die ersten Dateien gelesen sind.</translation>
  </message>
  <message>
   <location filename="explorer/ui/map_view.py" />
   <source>Laying out the map</source>
   <translation>Die Karte wird ausgelegt</translation>
  </message>
  <message>
   <location filename="explorer/ui/map_view.py" />
   <source>No map yet</source>
   <translation>Noch keine Karte</translation>
  </message>
  <message>
   <location filename="explorer/ui/map_view.py" />
   <source>Select these</source>
   <translation>Diese auswählen</translation>
  </message>
  <message>
   <location filename="explorer/ui/map_view.py" />
   <source>Show all</source>
   <translation>Alle zeigen</translation>
  </message>
  <message>
   <location filename="explorer/ui/map_view.py" />
   <source>Show only these</source>
   <translation>Nur diese zeigen</translation>
  </message>
  <message>
   <location filename="explorer/ui/map_view.py" />
   <source>The map could not be laid out</source>
   <translation>Die Karte ließ sich nicht auslegen</translation>
  </message>
  <message>
   <location filename="explorer/ui/map_view.py" />
   <source>The map is on its way</source>
   <translation>Die Karte ist unterwegs</translation>
  </message>
  <message>
   <location filename="explorer/ui/map_view.py" />
   <source>Trustworthiness: how far what lies close on the map is close in truth. Continuity: how far what is close in truth lies close on the map. 1 is perfect, a map at random has 0.5; of {} neighbours each.</source>
   <translation>Vertrauenswürdigkeit: wie weit das auf der Karte Nahe wirklich nah ist. Kontinuität: wie weit das wirklich Nahe auf der Karte nah liegt. 1 ist vollkommen, eine zufällige Karte hat 0,5; jeweils von {} Nachbarn.</translation>
  </message>
  <message>
   <location filename="explorer/ui/map_view.py" />
   <source>You can search and look at the grid meanwhile.</source>
   <translation>Sie können inzwischen suchen und das Raster ansehen.</translation>
  </message>
  <message>
   <location filename="explorer/ui/map_view.py" />
   <source>not among the hits</source>
   <translation>nicht unter den Treffern</translation>
  </message>
  <message>
   <location filename="explorer/ui/map_view.py" />
   <source>trustworthiness {}, continuity {}</source>
   <translation>Vertrauenswürdigkeit {}, Kontinuität {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/chip.py" />
   <source>It is switched off. </source>
   <translation>Er ist ausgeschaltet. </translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/chip.py" />
   <source>Part of the query: {}</source>
   <translation>Teil der Anfrage: {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/chip.py" />
   <source>Remove {}</source>
   <translation>{} entfernen</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/chip.py" />
   <source>Turn away from it</source>
   <translation>Davon abwenden</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/chip.py" />
   <source>Turn towards it</source>
   <translation>Dem zuwenden</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/chip.py" />
   <source>{name}: weight {weight}. {state}Click or turn the wheel to weigh it (+ and -; Space switches it off, Delete removes it).</source>
   <translation>{name}: Gewicht {weight}. {state}Klicken oder das Rad drehen, um zu gewichten (+ und -; Leertaste schaltet aus, Entf entfernt).</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/chip_row.py" />
   <source>Search by words</source>
   <translation>Mit Wörtern suchen</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/filter_row.py" />
   <source>A condition in SQL over these:</source>
   <translation>Eine Bedingung in SQL über diese:</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/filter_row.py" />
   <source>Only where …   for example  width &gt; 1000 AND rating &gt;= 3</source>
   <translation>Nur wo …   zum Beispiel  width &gt; 1000 AND rating &gt;= 3</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/incoming_media.py" />
   <source>it is neither a picture nor a sound that Explorer can open</source>
   <translation>es ist weder ein Bild noch ein Klang, den Explorer öffnen kann</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/incoming_media.py" />
   <source>the picture cannot be kept there: {reason}</source>
   <translation>das Bild lässt sich dort nicht ablegen: {reason}</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/query_bar.py" />
   <source>How the parts combine</source>
   <translation>Wie die Teile zusammenwirken</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/query_bar.py" />
   <source>How words are matched</source>
   <translation>Wie Wörter verglichen werden</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/query_bar.py" />
   <source>Keep as a concept</source>
   <translation>Als Begriff behalten</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/query_bar.py" />
   <source>Keep the query</source>
   <translation>Anfrage behalten</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/query_bar.py" />
   <source>Nothing fits. Take a filter away, or use other words.</source>
   <translation>Nichts passt. Nehmen Sie einen Filter weg, oder andere Wörter.</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/query_bar.py" />
   <source>Nothing is that close. Let more hits through.</source>
   <translation>Nichts liegt so nahe. Mehr Treffer durchlassen.</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/query_bar.py" />
   <source>Open a collection to search it</source>
   <translation>Öffnen Sie eine Sammlung, um darin zu suchen</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/query_bar.py" />
   <source>Save the search</source>
   <translation>Suche speichern</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/query_bar.py" />
   <source>Search by words, or drop a picture or a sound here</source>
   <translation>Mit Wörtern suchen, oder ein Bild oder einen Ton ablegen</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/query_bar.py" />
   <source>pasted picture</source>
   <translation>eingefügtes Bild</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/query_words.py" />
   <source>All of these</source>
   <translation>Alle davon</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/query_words.py" />
   <source>Any of these</source>
   <translation>Irgendeines davon</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/query_words.py" />
   <source>Both</source>
   <translation>Beides</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/query_words.py" />
   <source>Each part has to fit: the weakest one counts.</source>
   <translation>Jeder Teil muss passen: Der schwächste zählt.</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/query_words.py" />
   <source>Each part makes its own list; what is high in one comes first.</source>
   <translation>Jeder Teil bildet seine Liste; was in einer oben steht, kommt zuerst.</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/query_words.py" />
   <source>Find the words themselves in names, descriptions and texts.</source>
   <translation>Die Wörter selbst in Namen, Beschreibungen und Texten finden.</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/query_words.py" />
   <source>Find what is like it, whatever it is called.</source>
   <translation>Ähnliches finden, wie immer es heißt.</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/query_words.py" />
   <source>Join both lists: what is high in either comes first.</source>
   <translation>Beide Listen verbinden: Was in einer oben steht, kommt zuerst.</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/query_words.py" />
   <source>Meaning</source>
   <translation>Bedeutung</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/query_words.py" />
   <source>Mixed</source>
   <translation>Gemischt</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/query_words.py" />
   <source>The parts add up to one direction; weights say how much.</source>
   <translation>Die Teile ergeben eine Richtung; Gewichte sagen, wie viel.</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/refine_row.py" />
   <source>A strong hit is more like a right answer than like the best of wrong ones; about one in four is judged wrongly.</source>
   <translation>Ein starker Treffer gleicht eher einer richtigen Antwort als der besten unter falschen; etwa jeder vierte wird falsch eingeschätzt.</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/refine_row.py" />
   <source>All hits: {}</source>
   <translation>Alle Treffer: {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/refine_row.py" />
   <source>Closest {share} %: {hits} hit</source>
   <translation>Nächste {share} %: {hits} Treffer</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/refine_row.py" />
   <source>Closest {share} %: {hits} hits</source>
   <translation>Nächste {share} %: {hits} Treffer</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/refine_row.py" />
   <source>Gap corrected</source>
   <translation>Lücke berichtigt</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/refine_row.py" />
   <source>Keep only the closest hits</source>
   <translation>Nur die nächsten Treffer behalten</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/refine_row.py" />
   <source>Keep only the closest hits, on the map too.</source>
   <translation>Nur die nächsten Treffer behalten, auch auf der Karte.</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/refine_row.py" />
   <source>Press to see it or take it back.</source>
   <translation>Drücken, um es zu sehen oder zurückzunehmen.</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/refine_row.py" />
   <source>Take the filter away: {}</source>
   <translation>Filter wegnehmen: {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/refine_row.py" />
   <source>The gap between the kinds is corrected: {}.</source>
   <translation>Die Lücke zwischen den Arten ist berichtigt: {}.</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/refine_row.py" />
   <source>{} of them strong</source>
   <translation>{} davon stark</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/search_field.py" />
   <source>Results come while you type. Enter keeps the words; a - in front turns away; day -&gt; night is a direction.</source>
   <translation>Ergebnisse kommen beim Tippen. Eingabe behält die Wörter; ein - davor wendet ab; day -&gt; night ist eine Richtung.</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/sweep_strip.py" />
   <source>Drag, or press Left and Right.</source>
   <translation>Ziehen, oder Links und Rechts drücken.</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/sweep_strip.py" />
   <source>Sweep between the two parts</source>
   <translation>Zwischen den zwei Teilen gleiten</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/sweep_strip.py" />
   <source>{share} % of the way from {first} to {second}: {hit}</source>
   <translation>{share} % des Weges von {first} nach {second}: {hit}</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/weight_popover.py" />
   <source>Counts</source>
   <translation>Zählt</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/weight_popover.py" />
   <source>Reset</source>
   <translation>Zurücksetzen</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/weight_popover.py" />
   <source>Switched off, it keeps its place and counts for nothing.</source>
   <translation>Ausgeschaltet behält er seinen Platz und zählt nicht.</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/weight_popover.py" />
   <source>Weight of {}</source>
   <translation>Gewicht von {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/weight_popover.py" />
   <source>away from it</source>
   <translation>davon weg</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/weight_popover.py" />
   <source>towards it</source>
   <translation>darauf zu</translation>
  </message>
  <message>
   <location filename="explorer/ui/sidebar/named_section.py" />
   <source>Add the concept “{}” to the query  (F2 renames, Delete deletes)</source>
   <translation>Den Begriff „{}“ zur Anfrage hinzufügen  (F2 benennt um, Entf löscht)</translation>
  </message>
  <message>
   <location filename="explorer/ui/sidebar/named_section.py" />
   <source>Ask again</source>
   <translation>Noch einmal fragen</translation>
  </message>
  <message>
   <location filename="explorer/ui/sidebar/named_section.py" />
   <source>Ask “{}” again  (F2 renames, Delete deletes)</source>
   <translation>„{}“ noch einmal fragen  (F2 benennt um, Entf löscht)</translation>
  </message>
  <message>
   <location filename="explorer/ui/sidebar/named_section.py" />
   <source>New name of {}:</source>
   <translation>Neuer Name von {}:</translation>
  </message>
  <message>
   <location filename="explorer/ui/sidebar/named_section.py" />
   <source>Rename</source>
   <translation>Umbenennen</translation>
  </message>
  <message>
   <location filename="explorer/ui/sidebar/named_section.py" />
   <source>Rename…</source>
   <translation>Umbenennen…</translation>
  </message>
  <message>
   <location filename="explorer/ui/sidebar/section.py" />
   <source>chosen</source>
   <translation>gewählt</translation>
  </message>
  <message>
   <location filename="explorer/ui/sidebar/sidebar.py" />
   <source>Collections</source>
   <translation>Sammlungen</translation>
  </message>
  <message>
   <location filename="explorer/ui/sidebar/sidebar.py" />
   <source>Concepts</source>
   <translation>Begriffe</translation>
  </message>
  <message>
   <location filename="explorer/ui/sidebar/sidebar.py" />
   <source>Delete collection</source>
   <translation>Sammlung löschen</translation>
  </message>
  <message>
   <location filename="explorer/ui/sidebar/sidebar.py" />
   <source>Delete the collection “{}”?</source>
   <translation>Die Sammlung „{}“ löschen?</translation>
  </message>
  <message>
   <location filename="explorer/ui/sidebar/sidebar.py" />
   <source>Delete…</source>
   <translation>Löschen…</translation>
  </message>
  <message>
   <location filename="explorer/ui/sidebar/sidebar.py" />
   <source>Its index, tags, ratings and notes go. Your media files stay where they are.</source>
   <translation>Ihr Index, Schlagwörter, Bewertungen und Notizen gehen verloren. Ihre Mediendateien bleiben, wo sie sind.</translation>
  </message>
  <message>
   <location filename="explorer/ui/sidebar/sidebar.py" />
   <source>No collection yet. Drop a folder on the window.</source>
   <translation>Noch keine Sammlung. Legen Sie einen Ordner auf dem Fenster ab.</translation>
  </message>
  <message>
   <location filename="explorer/ui/sidebar/sidebar.py" />
   <source>Problems</source>
   <translation>Probleme</translation>
  </message>
  <message>
   <location filename="explorer/ui/sidebar/sidebar.py" />
   <source>Saved searches</source>
   <translation>Gespeicherte Suchen</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/memory_line.py" />
   <source>Half ({})</source>
   <translation>Die Hälfte ({})</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/memory_line.py" />
   <source>Memory that models may take</source>
   <translation>Speicher, den Modelle nehmen dürfen</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/memory_line.py" />
   <source>Memory that models take</source>
   <translation>Speicher, den Modelle nehmen</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/memory_line.py" />
   <source>Models take {used} of {limit}</source>
   <translation>Modelle nehmen {used} von {limit}</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/memory_line.py" />
   <source>When they would take more, what was used longest ago is unloaded first.</source>
   <translation>Wenn sie mehr nähmen, wird zuerst entladen, was am längsten nicht gebraucht wurde.</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_details.py" />
   <source>Best device</source>
   <translation>Bestes Gerät</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_details.py" />
   <source>Best precision</source>
   <translation>Beste Genauigkeit</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_details.py" />
   <source>Collections that are made from now on get this space.</source>
   <translation>Sammlungen, die von nun an entstehen, erhalten diesen Raum.</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_details.py" />
   <source>Compile</source>
   <translation>Übersetzen</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_details.py" />
   <source>Delete this collection's vectors of this space.</source>
   <translation>Die Vektoren dieser Sammlung in diesem Raum löschen.</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_details.py" />
   <source>Device</source>
   <translation>Gerät</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_details.py" />
   <source>Dimension</source>
   <translation>Dimension</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_details.py" />
   <source>Embed here</source>
   <translation>Hier einbetten</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_details.py" />
   <source>Encodes</source>
   <translation>Encodiert</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_details.py" />
   <source>Forget here</source>
   <translation>Hier vergessen</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_details.py" />
   <source>Give memory back</source>
   <translation>Speicher zurückgeben</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_details.py" />
   <source>Go on embedding here</source>
   <translation>Hier weiter einbetten</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_details.py" />
   <source>In memory</source>
   <translation>Im Speicher</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_details.py" />
   <source>It gives no vectors. It can put the first hits of a search in order.</source>
   <translation>Es gibt keine Vektoren. Es kann die ersten Treffer einer Suche ordnen.</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_details.py" />
   <source>It looks at each of the first 50 pictures together with the words.</source>
   <translation>Es sieht jedes der ersten 50 Bilder zusammen mit den Wörtern an.</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_details.py" />
   <source>Its weights are read again at the next use.</source>
   <translation>Seine Gewichte werden beim nächsten Gebrauch wieder gelesen.</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_details.py" />
   <source>Let it order the first hits</source>
   <translation>Die ersten Treffer ordnen lassen</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_details.py" />
   <source>Let it serve here</source>
   <translation>Hier dienen lassen</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_details.py" />
   <source>Licence</source>
   <translation>Lizenz</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_details.py" />
   <source>Make it the default</source>
   <translation>Zum Standard machen</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_details.py" />
   <source>Make vectors of everything in this collection; search goes on meanwhile.</source>
   <translation>Von allem in dieser Sammlung Vektoren machen; die Suche geht inzwischen weiter.</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_details.py" />
   <source>Match sample pictures with their words; measure speed and memory.</source>
   <translation>Beispielbilder mit ihren Wörtern zusammenbringen; Tempo und Speicher messen.</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_details.py" />
   <source>Open a collection to embed it in this space.</source>
   <translation>Öffnen Sie eine Sammlung, um sie in diesem Raum einzubetten.</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_details.py" />
   <source>Precision</source>
   <translation>Genauigkeit</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_details.py" />
   <source>Revision</source>
   <translation>Revision</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_details.py" />
   <source>Runs on</source>
   <translation>Läuft auf</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_details.py" />
   <source>Search and map this collection in this space from now on.</source>
   <translation>Diese Sammlung von nun an in diesem Raum durchsuchen und auslegen.</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_details.py" />
   <source>Self-test</source>
   <translation>Selbsttest</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_details.py" />
   <source>Slow at the first use, quicker after it on a graphics card (torch.compile).</source>
   <translation>Beim ersten Gebrauch langsam, danach auf einer Grafikkarte schneller (torch.compile).</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_details.py" />
   <source>Take it off this list; its files stay where they are.</source>
   <translation>Von dieser Liste nehmen; die Dateien bleiben, wo sie sind.</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_details.py" />
   <source>Test</source>
   <translation>Testen</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_details.py" />
   <source>This collection</source>
   <translation>Diese Sammlung</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_details.py" />
   <source>What it does not know</source>
   <translation>Was er nicht weiß</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_details.py" />
   <source>What it knows</source>
   <translation>Was er weiß</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_details.py" />
   <source>Where</source>
   <translation>Wo</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_details.py" />
   <source>{done} of {all} items have their vectors.</source>
   <translation>{done} von {all} Einträgen haben ihre Vektoren.</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_details.py" />
   <source>“{}” has no vectors of it yet.</source>
   <translation>„{}“ hat noch keine Vektoren davon.</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_words.py" />
   <source>Failed: {} That is no better than guessing.</source>
   <translation>Fehlgeschlagen: {} Das ist nicht besser als Raten.</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_words.py" />
   <source>Not tested on this machine yet.</source>
   <translation>Auf diesem Rechner noch nicht getestet.</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_words.py" />
   <source>Of {pairs} pairs, {a} pictures found their words and {b} words their picture.</source>
   <translation>Von {pairs} Paaren fanden {a} Bilder ihre Wörter und {b} Wörter ihr Bild.</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_words.py" />
   <source>clips</source>
   <translation>Clips</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_words.py" />
   <source>default</source>
   <translation>Standard</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_words.py" />
   <source>embedded here</source>
   <translation>hier eingebettet</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_words.py" />
   <source>orders the first hits</source>
   <translation>ordnet die ersten Treffer</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_words.py" />
   <source>serves here</source>
   <translation>dient hier</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_words.py" />
   <source>{ms} ms a {one}</source>
   <translation>{ms} ms je {one}</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_words.py" />
   <source>{share} of {pairs} found themselves again.</source>
   <translation>{share} von {pairs} fanden sich selbst wieder.</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_words.py" />
   <source>{} % embedded here</source>
   <translation>{} % hier eingebettet</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_words.py" />
   <source>{} of memory</source>
   <translation>{} Speicher</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/spaces_panel.py" />
   <source>A matching network (BLIP, ViLT, BridgeTower) orders them; add one first.</source>
   <translation>Ein vergleichendes Netz (BLIP, ViLT, BridgeTower) ordnet sie; füge erst eines hinzu.</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/spaces_panel.py" />
   <source>A name on the hub: owner/checkpoint</source>
   <translation>Ein Name auf dem Hub: Besitzer/Checkpoint</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/spaces_panel.py" />
   <source>Bigger models</source>
   <translation>Größere Modelle</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/spaces_panel.py" />
   <source>Download</source>
   <translation>Herunterladen</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/spaces_panel.py" />
   <source>Downloading is off: HF_HUB_OFFLINE is set. Folders can be added.</source>
   <translation>Herunterladen ist aus: HF_HUB_OFFLINE ist gesetzt. Ordner lassen sich hinzufügen.</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/spaces_panel.py" />
   <source>Fetch it from huggingface.co, check it and test it. Nothing of yours is sent.</source>
   <translation>Von huggingface.co holen, prüfen und testen. Von Ihnen wird nichts gesendet.</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/spaces_panel.py" />
   <source>Look at the first hits again</source>
   <translation>Die ersten Treffer noch einmal ansehen</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/spaces_panel.py" />
   <source>Models worth trying, with their sizes and licences.</source>
   <translation>Lohnende Modelle mit Größen und Lizenzen.</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/spaces_panel.py" />
   <source>Name on the hub</source>
   <translation>Name auf dem Hub</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/spaces_panel.py" />
   <source>Spaces</source>
   <translation>Räume</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/spaces_panel.py" />
   <source>Spaces of this machine</source>
   <translation>Räume dieses Rechners</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/spaces_panel.py" />
   <source>The folder of a checkpoint</source>
   <translation>Der Ordner eines Checkpoints</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/spaces_panel.py" />
   <source>The folder of a checkpoint: its configuration and .safetensors weights.</source>
   <translation>Der Ordner eines Checkpoints: seine Konfiguration und .safetensors-Gewichte.</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/suggestion_list.py" />
   <source>Download {name}, {size}</source>
   <translation>{name} herunterladen, {size}</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/suggestion_list.py" />
   <source>Download {}</source>
   <translation>{} herunterladen</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/suggestion_list.py" />
   <source>Fetch {size} from huggingface.co. Nothing of yours is sent.</source>
   <translation>{size} von huggingface.co holen. Von Ihnen wird nichts gesendet.</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/suggestion_list.py" />
   <source>Fetching…</source>
   <translation>Wird geholt…</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/suggestion_list.py" />
   <source>Models worth trying</source>
   <translation>Lohnende Modelle</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/suggestion_list.py" />
   <source>Sizes and licences as of November 2026; the model's own page counts.</source>
   <translation>Größen und Lizenzen vom November 2026; es gilt die Seite des Modells.</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/suggestion_list.py" />
   <source>licence {}</source>
   <translation>Lizenz {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/tasks/tasks_panel.py" />
   <source>Clear what has ended</source>
   <translation>Beendetes wegräumen</translation>
  </message>
  <message>
   <location filename="explorer/ui/tasks/tasks_panel.py" />
   <source>Copy the log</source>
   <translation>Protokoll kopieren</translation>
  </message>
  <message>
   <location filename="explorer/ui/tasks/tasks_panel.py" />
   <source>Jobs</source>
   <translation>Aufgaben</translation>
  </message>
  <message>
   <location filename="explorer/ui/tasks/tasks_panel.py" />
   <source>Log of the job</source>
   <translation>Protokoll der Aufgabe</translation>
  </message>
  <message>
   <location filename="explorer/ui/tasks/tasks_panel.py" />
   <source>Nothing has been done yet. Indexing, maps and exports show up here.</source>
   <translation>Noch nichts getan. Indizieren, Karten und Exporte erscheinen hier.</translation>
  </message>
  <message>
   <location filename="explorer/ui/tasks/tasks_panel.py" />
   <source>Tasks</source>
   <translation>Aufgaben</translation>
  </message>
  <message>
   <location filename="explorer/ui/tasks/tasks_panel.py" />
   <source>What a job has to say stands here.</source>
   <translation>Was eine Aufgabe zu sagen hat, steht hier.</translation>
  </message>
  <message>
   <location filename="explorer/ui/welcome/middle.py" />
   <source>Choose a folder…</source>
   <translation>Ordner wählen…</translation>
  </message>
  <message>
   <location filename="explorer/ui/welcome/middle.py" />
   <source>Drop a folder here</source>
   <translation>Legen Sie hier einen Ordner ab</translation>
  </message>
  <message>
   <location filename="explorer/ui/welcome/middle.py" />
   <source>Drop a folder or files on the window to index them.</source>
   <translation>Legen Sie einen Ordner oder Dateien auf dem Fenster ab, um sie zu indizieren.</translation>
  </message>
  <message>
   <location filename="explorer/ui/welcome/middle.py" />
   <source>Nothing in it yet</source>
   <translation>Noch nichts darin</translation>
  </message>
  <message>
   <location filename="explorer/ui/welcome/middle.py" />
   <source>Pictures, sounds and texts are indexed on this machine; then you search them by words, pictures and sounds, and walk their map.</source>
   <translation>Bilder, Klänge und Texte werden auf diesem Rechner indiziert; dann suchen Sie darin mit Wörtern, Bildern und Klängen und gehen auf ihrer Karte umher.</translation>
  </message>
  <message>
   <location filename="explorer/ui/welcome/middle.py" />
   <source>Reading the first files</source>
   <translation>Die ersten Dateien werden gelesen</translation>
  </message>
  <message>
   <location filename="explorer/ui/welcome/middle.py" />
   <source>They show up here as soon as the first of them are stored.</source>
   <translation>Sie erscheinen hier, sobald die ersten gespeichert sind.</translation>
  </message>
  <message>
   <location filename="explorer/ui/welcome/tips.py" />
   <source>Click a chip in the search field to weigh it, switch it off or turn it into a minus.</source>
   <translation>Klicken Sie einen Teil im Suchfeld an, um ihn zu gewichten, auszuschalten oder abzuwenden.</translation>
  </message>
  <message>
   <location filename="explorer/ui/welcome/tips.py" />
   <source>Collection → Follow changes keeps a collection in step with its folders.</source>
   <translation>Sammlung → Änderungen verfolgen hält eine Sammlung auf dem Stand ihrer Ordner.</translation>
  </message>
  <message>
   <location filename="explorer/ui/welcome/tips.py" />
   <source>Ctrl+K finds every command by a few letters of its name.</source>
   <translation>Strg+K findet jeden Befehl mit ein paar Buchstaben seines Namens.</translation>
  </message>
  <message>
   <location filename="explorer/ui/welcome/tips.py" />
   <source>Drop or paste a picture on the search field to search by it; add words and mix them.</source>
   <translation>Legen oder fügen Sie ein Bild ins Suchfeld ein, um danach zu suchen; mischen Sie Wörter dazu.</translation>
  </message>
  <message>
   <location filename="explorer/ui/welcome/tips.py" />
   <source>Hold Shift and draw around points on the map: the grid selects the same items.</source>
   <translation>Halten Sie Umschalt und ziehen Sie um Punkte auf der Karte: Das Raster wählt dieselben Einträge aus.</translation>
  </message>
  <message>
   <location filename="explorer/ui/welcome/tips.py" />
   <source>Next tip</source>
   <translation>Nächster Hinweis</translation>
  </message>
  <message>
   <location filename="explorer/ui/welcome/tips.py" />
   <source>No more tips</source>
   <translation>Keine Hinweise mehr</translation>
  </message>
  <message>
   <location filename="explorer/ui/welcome/tips.py" />
   <source>Press Space on an item to see it large, 1 to 5 to rate it, T to tag it.</source>
   <translation>Leertaste zeigt einen Eintrag groß, 1 bis 5 bewertet ihn, T gibt ihm Schlagwörter.</translation>
  </message>
  <message>
   <location filename="explorer/ui/welcome/tips.py" />
   <source>Put the tip away</source>
   <translation>Hinweis weglegen</translation>
  </message>
  <message>
   <location filename="explorer/ui/welcome/tips.py" />
   <source>The number on a hit says how much of your collection is farther from what you asked.</source>
   <translation>Die Zahl an einem Treffer sagt, wie viel Ihrer Sammlung ferner von der Anfrage ist.</translation>
  </message>
  <message>
   <location filename="explorer/ui/welcome/tips.py" />
   <source>Type to search. Put a minus in front of a word to turn away from it.</source>
   <translation>Tippen Sie, um zu suchen. Ein Minus vor einem Wort wendet davon ab.</translation>
  </message>
  <message>
   <location filename="explorer/ui/workspaces_dialog.py" />
   <source>A workspace keeps collection, query, selection, views and layout under a name. There is none yet.</source>
   <translation>Ein Arbeitsplatz behält Sammlung, Anfrage, Auswahl, Ansichten und Anordnung unter einem Namen. Es gibt noch keinen.</translation>
  </message>
  <message>
   <location filename="explorer/ui/workspaces_dialog.py" />
   <source>Enter opens, F2 renames.</source>
   <translation>Eingabe öffnet, F2 benennt um.</translation>
  </message>
  <message>
   <location filename="explorer/ui/workspaces_dialog.py" />
   <source>Keep</source>
   <translation>Behalten</translation>
  </message>
  <message>
   <location filename="explorer/ui/workspaces_dialog.py" />
   <source>Name for what is on the screen now</source>
   <translation>Name für das, was jetzt zu sehen ist</translation>
  </message>
  <message>
   <location filename="explorer/ui/workspaces_dialog.py" />
   <source>Name of a new workspace</source>
   <translation>Name eines neuen Arbeitsplatzes</translation>
  </message>
  <message>
   <location filename="explorer/ui/workspaces_dialog.py" />
   <source>Workspaces</source>
   <translation>Arbeitsplätze</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/clustering.py" />
   <source>Find groups</source>
   <translation>Gruppen finden</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/clustering.py" />
   <source>Naming groups</source>
   <translation>Gruppen benennen</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/comparing.py" />
   <source>Compare {a} with {b}</source>
   <translation>{a} mit {b} vergleichen</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/comparing.py" />
   <source>Correct {space}</source>
   <translation>{space} berichtigen</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/comparing.py" />
   <source>Embed in {space}</source>
   <translation>In {space} einbetten</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/comparing.py" />
   <source>Leave {space} uncorrected</source>
   <translation>{space} unberichtigt lassen</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/comparing.py" />
   <source>Score both spaces</source>
   <translation>Beide Räume bewerten</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/comparison.py" />
   <source>'{space}' sees none of these items, only their names, which say nothing of it.</source>
   <translation>„{space}“ sieht keinen dieser Einträge, nur ihre Namen, und die sagen nichts über ihn.</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/comparison.py" />
   <source>No item has a vector in both '{a}' and '{b}' yet.</source>
   <translation>Noch hat kein Eintrag Vektoren in „{a}“ und in „{b}“.</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/comparison.py" />
   <source>There is nothing to ask yet: type words, or look at an item.</source>
   <translation>Es gibt noch nichts zu fragen: Gib Wörter ein oder sieh ein Element an.</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/comparison.py" />
   <source>Too few items have a name that says what they are. Choose labelled pairs from a file.</source>
   <translation>Zu wenige Elemente haben einen Namen, der sagt, was sie sind. Wähle beschriftete Paare aus einer Datei.</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/duplicates.py" />
   <source>Comparing pictures</source>
   <translation>Bilder werden verglichen</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/explaining_colours.py" />
   <source>Look into the parts of {name}</source>
   <translation>In die Teile von {name} sehen</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/explaining_colours.py" />
   <source>Stopped. What was looked into is kept; start again to go on.</source>
   <translation>Angehalten. Was angesehen wurde, bleibt; starte neu, um weiterzumachen.</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/explaining_colours.py" />
   <source>Words now meet parts of {count} items.</source>
   <translation>Wörter treffen nun auf Teile von {count} Elementen.</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/explaining_colours.py" />
   <source>{count} could not be read: {first}.</source>
   <translation>{count} konnten nicht gelesen werden: {first}.</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/explaining_directions.py" />
   <source>There are no words on one of the two sides.</source>
   <translation>Auf einer der beiden Seiten stehen keine Wörter.</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/explaining_gallery.py" />
   <source>There is nothing to put on the page. {why}</source>
   <translation>Es gibt nichts, was auf die Seite käme. {why}</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/explaining_gallery.py" />
   <source>{output}: it cannot be written: {reason}.</source>
   <translation>{output}: nicht zu schreiben: {reason}.</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/explaining_heard.py" />
   <source>No word was heard in the sound. Type some.</source>
   <translation>In dem Klang wurde kein Wort gehört. Gib welche ein.</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/explaining_methods.py" />
   <source>Compare methods on {title}</source>
   <translation>Verfahren an {title} vergleichen</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/explaining_tables.py" />
   <source>There is nothing to write yet.</source>
   <translation>Es gibt noch nichts zu schreiben.</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/files.py" />
   <source>{file} cannot be written: {reason}. Your settings are kept until you quit.</source>
   <translation>{file} ist nicht zu schreiben: {reason}. Ihre Einstellungen gelten, bis Sie beenden.</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/keeping_patches.py" />
   <source>Stopped. The patches that were kept stay; start again to go on.</source>
   <translation>Angehalten. Aufbewahrte Bildteile bleiben; starte neu, um weiterzumachen.</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/labelled.py" />
   <source>Encoding for {space}</source>
   <translation>Kodieren für {space}</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/labelled.py" />
   <source>There is no file {label}, while others in its column are files.</source>
   <translation>Es gibt keine Datei {label}, während andere in ihrer Spalte Dateien sind.</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/labelled.py" />
   <source>There is no file {name}, here or in {folder}.</source>
   <translation>Es gibt keine Datei {name}, weder hier noch in {folder}.</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/labelled.py" />
   <source>{file} cannot be read: {error}.</source>
   <translation>{file} ist nicht zu lesen: {error}.</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/labelled.py" />
   <source>{file} has no column '{name}'; it needs {known}.</source>
   <translation>In {file} fehlt die Spalte „{name}“; gebraucht werden {known}.</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/labelled.py" />
   <source>{file} has no rows.</source>
   <translation>{file} hat keine Zeilen.</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/labelled.py" />
   <source>{file}: line {number} lacks a or b.</source>
   <translation>{file}: in Zeile {number} fehlt a oder b.</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/mapping.py" />
   <source>Lay out the map ({method})</source>
   <translation>Karte anlegen ({method})</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/mapping.py" />
   <source>Place what is new on the map</source>
   <translation>Neues auf der Karte einordnen</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/refining.py" />
   <source>Delete {name}</source>
   <translation>{name} löschen</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/refining.py" />
   <source>Dislike {what}</source>
   <translation>{what} nicht mögen</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/refining.py" />
   <source>Forget what was thought of {what}</source>
   <translation>Meinung zu {what} vergessen</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/refining.py" />
   <source>Keep the concept {name}</source>
   <translation>Konzept {name} behalten</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/refining.py" />
   <source>Like {what}</source>
   <translation>{what} mögen</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/refining.py" />
   <source>Rename {name}</source>
   <translation>{name} umbenennen</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/refining.py" />
   <source>Save the search {name}</source>
   <translation>Suche {name} speichern</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/selecting.py" />
   <source>Select 1 item</source>
   <translation>1 Element auswählen</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/selecting.py" />
   <source>Select {count} items</source>
   <translation>{count} Elemente auswählen</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/session.py" />
   <source>Index {names}</source>
   <translation>{names} erfassen</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/session.py" />
   <source>Index {names} and {count} more</source>
   <translation>{names} und {count} weitere erfassen</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/session.py" />
   <source>Nothing like it was found: it has no vectors.</source>
   <translation>Nichts Ähnliches gefunden: Es hat keine Vektoren.</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/session.py" />
   <source>Rate {stars}</source>
   <translation>Mit {stars} bewerten</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/session.py" />
   <source>Stopped. What was indexed is kept; index again to go on.</source>
   <translation>Angehalten. Was erfasst ist, bleibt; erfasse noch einmal, um weiterzumachen.</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/session.py" />
   <source>Tag {names}</source>
   <translation>Schlagwort {names}</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/space_work.py" />
   <source>'{name}' has no vectors of '{space}' any more.</source>
   <translation>„{name}“ hat keine Vektoren von „{space}“ mehr.</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/space_work.py" />
   <source>'{space}' has given its memory back.</source>
   <translation>„{space}“ hat seinen Speicher zurückgegeben.</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/space_work.py" />
   <source>'{space}' is added.</source>
   <translation>„{space}“ ist hinzugefügt.</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/space_work.py" />
   <source>'{space}' is added. {result}</source>
   <translation>„{space}“ ist hinzugefügt. {result}</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/space_work.py" />
   <source>'{space}' is off the list. Its files are where they were.</source>
   <translation>„{space}“ ist von der Liste. Seine Dateien sind, wo sie waren.</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/space_work.py" />
   <source>'{space}' runs on {device} in {precision}.</source>
   <translation>„{space}“ läuft auf {device} in {precision}.</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/space_work.py" />
   <source>'{space}' serves in '{name}'.</source>
   <translation>„{space}“ dient in „{name}“.</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/space_work.py" />
   <source>Add {name}</source>
   <translation>{name} hinzufügen</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/space_work.py" />
   <source>Embed {name} in {space}</source>
   <translation>{name} in {space} einbetten</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/space_work.py" />
   <source>Fetch {name}</source>
   <translation>{name} holen</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/space_work.py" />
   <source>Forget {space}</source>
   <translation>{space} vergessen</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/space_work.py" />
   <source>Give new collections {space}</source>
   <translation>Neuen Sammlungen {space} geben</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/space_work.py" />
   <source>New collections have the space '{space}'.</source>
   <translation>Neue Sammlungen haben den Raum „{space}“.</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/space_work.py" />
   <source>Remove {space}</source>
   <translation>{space} entfernen</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/space_work.py" />
   <source>Set up {space}</source>
   <translation>{space} einrichten</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/space_work.py" />
   <source>Stopped. What is there by now is kept.</source>
   <translation>Angehalten. Was schon da ist, bleibt.</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/space_work.py" />
   <source>Switch to {space}</source>
   <translation>Zu {space} wechseln</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/space_work.py" />
   <source>Test {space}</source>
   <translation>{space} testen</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/space_work.py" />
   <source>Testing</source>
   <translation>Es wird getestet</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/space_work.py" />
   <source>Unload {space}</source>
   <translation>{space} entladen</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/trashing.py" />
   <source>1 file</source>
   <translation>1 Datei</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/trashing.py" />
   <source>1 file was moved to the trash.</source>
   <translation>1 Datei wurde in den Papierkorb gelegt.</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/trashing.py" />
   <source>1 file was put back.</source>
   <translation>1 Datei wurde zurückgelegt.</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/trashing.py" />
   <source>Move {files} to the trash</source>
   <translation>{files} in den Papierkorb legen</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/trashing.py" />
   <source>Parts of a file cannot go to the trash by themselves; they were left out.</source>
   <translation>Teile einer Datei können nicht allein in den Papierkorb; sie blieben, wo sie sind.</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/trashing.py" />
   <source>Put {files} back</source>
   <translation>{files} zurücklegen</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/trashing.py" />
   <source>{count} files</source>
   <translation>{count} Dateien</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/trashing.py" />
   <source>{count} files were moved to the trash.</source>
   <translation>{count} Dateien wurden in den Papierkorb gelegt.</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/trashing.py" />
   <source>{count} files were put back.</source>
   <translation>{count} Dateien wurden zurückgelegt.</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/trashing.py" />
   <source>{count} more failed.</source>
   <translation>{count} weitere sind gescheitert.</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/word_norms.py" />
   <source>{file} has no common words.</source>
   <translation>In {file} sind keine häufigen Wörter.</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/workspaces.py" />
   <source>A workspace cannot be called '{new}': there is one already.</source>
   <translation>Ein Arbeitsplatz kann nicht „{new}“ heißen: es gibt schon einen.</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/workspaces.py" />
   <source>A workspace needs a name.</source>
   <translation>Ein Arbeitsplatz braucht einen Namen.</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/workspaces.py" />
   <source>There is no workspace called '{name}'.</source>
   <translation>Es gibt keinen Arbeitsplatz namens „{name}“.</translation>
  </message>
  <message>
   <location filename="plugins/audio/plugin.py" />
   <source>it is damaged or cut short ({why})</source>
   <translation>sie ist beschädigt oder abgeschnitten ({why})</translation>
  </message>
  <message>
   <location filename="plugins/audio/plugin.py" />
   <source>it is not a sound, or its beginning is damaged</source>
   <translation>es ist kein Ton, oder der Anfang ist beschädigt</translation>
  </message>
  <message>
   <location filename="plugins/audio/plugin.py" />
   <source>it lasts {s} s; up to {most} s go</source>
   <translation>sie dauert {s} s; bis zu {most} s gehen</translation>
  </message>
  <message>
   <location filename="plugins/audio/plugin.toml" />
   <source>Recordings: WAV, FLAC, Ogg, Opus, MP3, AIFF and whatever else libsndfile reads.</source>
   <translation>Aufnahmen: WAV, FLAC, Ogg, Opus, MP3, AIFF und was libsndfile sonst noch liest.</translation>
  </message>
  <message>
   <location filename="plugins/audio/plugin.toml" />
   <source>Sounds</source>
   <translation>Klänge</translation>
  </message>
  <message>
   <location filename="plugins/pictures/picture.py" />
   <source>it is damaged or cut short ({reason})</source>
   <translation>sie ist beschädigt oder abgeschnitten ({reason})</translation>
  </message>
  <message>
   <location filename="plugins/pictures/picture.py" />
   <source>it is not a picture, or its beginning is damaged</source>
   <translation>es ist kein Bild, oder der Anfang ist beschädigt</translation>
  </message>
  <message>
   <location filename="plugins/pictures/picture.py" />
   <source>it says it has more than {limit} million pixels, which is the limit</source>
   <translation>sie hat nach eigener Angabe mehr als {limit} Millionen Bildpunkte; das ist die Grenze</translation>
  </message>
  <message>
   <location filename="plugins/pictures/plugin.toml" />
   <source>Photos and drawings: JPEG, PNG, WebP, GIF, TIFF, HEIC, AVIF and whatever else Pillow opens.</source>
   <translation>Fotos und Zeichnungen: JPEG, PNG, WebP, GIF, TIFF, HEIC, AVIF und was Pillow sonst noch öffnet.</translation>
  </message>
  <message>
   <location filename="plugins/pictures/plugin.toml" />
   <source>Pictures</source>
   <translation>Bilder</translation>
  </message>
  <message>
   <location filename="plugins/text/columns.py" />
   <source>its column choice {name} is not usable: {reason}</source>
   <translation>die Spaltenwahl {name} ist nicht zu gebrauchen: {reason}</translation>
  </message>
  <message>
   <location filename="plugins/text/columns.py" />
   <source>{name} may have title and id (a column each) and text (a list), not {kind} = {value}</source>
   <translation>in {name} dürfen title und id (je eine Spalte) und text (eine Liste) stehen, nicht {kind} = {value}</translation>
  </message>
  <message>
   <location filename="plugins/text/columns.py" />
   <source>{name} names the column '{column}'; there is {known}</source>
   <translation>{name} nennt die Spalte „{column}“; es gibt {known}</translation>
  </message>
  <message>
   <location filename="plugins/text/encoding.py" />
   <source>it is damaged: {reason}</source>
   <translation>sie ist beschädigt: {reason}</translation>
  </message>
  <message>
   <location filename="plugins/text/encoding.py" />
   <source>it is longer than {limit} MB; split it up</source>
   <translation>sie ist länger als {limit} MB; teile sie auf</translation>
  </message>
  <message>
   <location filename="plugins/text/encoding.py" />
   <source>it is not text</source>
   <translation>es ist kein Text</translation>
  </message>
  <message>
   <location filename="plugins/text/encoding.py" />
   <source>it is not text, or in an encoding that cannot be told</source>
   <translation>es ist kein Text, oder in einer Kodierung, die nicht zu erkennen ist</translation>
  </message>
  <message>
   <location filename="plugins/text/plugin.toml" />
   <source>Plain text and Markdown by paragraph; CSV, TSV, JSON lines and Parquet by row.</source>
   <translation>Reiner Text und Markdown nach Absätzen; CSV, TSV, JSON-Zeilen und Parquet nach Zeilen.</translation>
  </message>
  <message>
   <location filename="plugins/text/plugin.toml" />
   <source>Text and tables</source>
   <translation>Text und Tabellen</translation>
  </message>
  <message>
   <location filename="plugins/text/prose.py" />
   <source>there are no words in it</source>
   <translation>es stehen keine Wörter darin</translation>
  </message>
  <message>
   <location filename="plugins/text/rows.py" />
   <source>it is not Parquet, or damaged ({reason})</source>
   <translation>es ist kein Parquet, oder beschädigt ({reason})</translation>
  </message>
  <message>
   <location filename="plugins/text/tables.py" />
   <source>it has changed; {part} is not where it was</source>
   <translation>sie hat sich geändert; {part} ist nicht, wo es war</translation>
  </message>
  <message>
   <location filename="plugins/text/tables.py" />
   <source>there are no rows in it</source>
   <translation>es stehen keine Zeilen darin</translation>
  </message>
 </context>
</TS>
