<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
 <context>
  <name>Explorer</name>
  <message>
   <location filename="assets/starter/manifest.json" />
   <source>Animals, engines, weather and most other noises: it never heard them.</source>
   <translation>الحيوانات والمحركات والطقس ومعظم الأصوات الأخرى: لم يسمعها قط.</translation>
  </message>
  <message>
   <location filename="assets/starter/manifest.json" />
   <source>Animals, vehicles, food, instruments, furniture and tools, in photos and in drawings.</source>
   <translation>الحيوانات والمركبات والطعام والآلات الموسيقية والأثاث والأدوات، في الصور والرسوم.</translation>
  </message>
  <message>
   <location filename="assets/starter/manifest.json" />
   <source>Any language but English.</source>
   <translation>أي لغة غير الإنجليزية.</translation>
  </message>
  <message>
   <location filename="assets/starter/manifest.json" />
   <source>Colours, counts, styles and who is left or right of whom are hardly told apart.</source>
   <translation>الألوان والأعداد والأساليب ومن على يمين من أو يساره: لا يكاد يميز بينها.</translation>
  </message>
  <message>
   <location filename="assets/starter/manifest.json" />
   <source>Drums, cymbals, bells, electronic and other sounds of music programs.</source>
   <translation>الطبول والصنوج والأجراس والأصوات الإلكترونية وغيرها من أصوات برامج الموسيقى.</translation>
  </message>
  <message>
   <location filename="assets/starter/manifest.json" />
   <source>Emoji, icons and symbols of everyday things.</source>
   <translation>الرموز التعبيرية والأيقونات ورموز الأشياء اليومية.</translation>
  </message>
  <message>
   <location filename="assets/starter/manifest.json" />
   <source>English words and short sentences read aloud by a speech synthesiser, four in five of them.</source>
   <translation>كلمات إنجليزية وجمل قصيرة يقرؤها مركّب كلام، أربع من كل خمس منها.</translation>
  </message>
  <message>
   <location filename="assets/starter/manifest.json" />
   <source>Names of persons, places, monuments and brands.</source>
   <translation>أسماء الأشخاص والأماكن والمعالم والعلامات التجارية.</translation>
  </message>
  <message>
   <location filename="assets/starter/manifest.json" />
   <source>Pictures, English words and sounds; ships with Explorer, needs no network.</source>
   <translation>صور وكلمات إنجليزية وأصوات؛ يأتي مع Explorer ولا يحتاج إلى شبكة.</translation>
  </message>
  <message>
   <location filename="assets/starter/manifest.json" />
   <source>Scenes, moods, people and what they do are weak.</source>
   <translation>المشاهد والأجواء والناس وما يفعلونه: معرفته بها ضعيفة.</translation>
  </message>
  <message>
   <location filename="assets/starter/manifest.json" />
   <source>Short English words and phrases.</source>
   <translation>كلمات وعبارات إنجليزية قصيرة.</translation>
  </message>
  <message>
   <location filename="assets/starter/manifest.json" />
   <source>Speech of people: half of it or more is misheard, for it has heard recordings of three alone.</source>
   <translation>كلام الناس: يخطئ في سماع نصفه أو أكثر، لأنه لم يسمع إلا تسجيلات ثلاثة أشخاص.</translation>
  </message>
  <message>
   <location filename="assets/starter/manifest.json" />
   <source>Text within pictures.</source>
   <translation>النص داخل الصور.</translation>
  </message>
  <message>
   <location filename="explorer/api/host.py" />
   <source>Plugin '{plugin}' failed while loading ({kind}: {detail}).</source>
   <translation>تعذّر تحميل الإضافة «{plugin}» ({kind}: {detail}).</translation>
  </message>
  <message>
   <location filename="explorer/api/host.py" />
   <source>{file} has no function 'register(registrar)'.</source>
   <translation>لا توجد في {file} الدالة 'register(registrar)'.</translation>
  </message>
  <message>
   <location filename="explorer/api/host.py" />
   <source>{file} is not a Python module.</source>
   <translation>{file} ليس وحدة بايثون.</translation>
  </message>
  <message>
   <location filename="explorer/api/host.py" />
   <source>{folder} has the same id '{plugin}' as {other}; one has to go.</source>
   <translation>للمجلد {folder} المعرّف نفسه '{plugin}' الذي لـ {other}؛ لا بد من إزالة أحدهما.</translation>
  </message>
  <message>
   <location filename="explorer/api/manifest.py" />
   <source>Plugin '{plugin}' needs the package {line}, but {have}. Install it with: pip install "{line}"</source>
   <translation>تحتاج الإضافة '{plugin}' إلى الحزمة {line}، لكن {have}. ثبّتها بالأمر: pip install "{line}"</translation>
  </message>
  <message>
   <location filename="explorer/api/manifest.py" />
   <source>Plugin '{plugin}' was written for plugin API {api}; this Explorer has {ours}. Look for a version of the plugin that fits.</source>
   <translation>كُتبت الإضافة '{plugin}' للواجهة {api}، وفي هذا البرنامج {ours}. ابحث عن إصدار مناسب من الإضافة.</translation>
  </message>
  <message>
   <location filename="explorer/api/manifest.py" />
   <source>{file} cannot be read: {reason}.</source>
   <translation>تعذّرت قراءة {file}: {reason}.</translation>
  </message>
  <message>
   <location filename="explorer/api/manifest.py" />
   <source>{file} has no '{key}'; a plugin needs id, name, version and api.</source>
   <translation>لا يوجد '{key}' في {file}؛ تحتاج الإضافة إلى id وname وversion وapi.</translation>
  </message>
  <message>
   <location filename="explorer/api/manifest.py" />
   <source>{file} is not valid TOML: {error}.</source>
   <translation>{file} ليس ملف TOML صالحًا: {error}.</translation>
  </message>
  <message>
   <location filename="explorer/api/manifest.py" />
   <source>{file}: 'requires' has to be a list of packages.</source>
   <translation>{file}: يجب أن يكون 'requires' قائمة حزم.</translation>
  </message>
  <message>
   <location filename="explorer/api/registry.py" />
   <source>A modality of plugin '{owner}' has no '{attribute}'.</source>
   <translation>ينقص '{attribute}' في أحد أنواع الوسائط في الإضافة '{owner}'.</translation>
  </message>
  <message>
   <location filename="explorer/api/registry.py" />
   <source>The {kind} '{key}' is already provided by plugin '{first}'.</source>
   <translation>توفّر الإضافة '{first}' بالفعل {kind} '{key}'.</translation>
  </message>
  <message>
   <location filename="explorer/collection/answers.py" />
   <source>Search by words needs words to look for; add some, or use meaning.</source>
   <translation>البحث بالكلمات يحتاج إلى كلمات؛ أضف بعضها أو ابحث بالمعنى.</translation>
  </message>
  <message>
   <location filename="explorer/collection/answers.py" />
   <source>The query is empty: add words, a picture, an item or a filter.</source>
   <translation>الاستعلام فارغ: أضف كلمات أو صورة أو عنصرًا أو مرشِّحًا.</translation>
  </message>
  <message>
   <location filename="explorer/collection/answers.py" />
   <source>This collection was indexed with another version of the space '{space}'. Index its folders again to search it with this one.</source>
   <translation>فُهرست هذه المجموعة بإصدار آخر من الفضاء '{space}'. افهرس مجلداتها من جديد للبحث فيها بهذا الإصدار.</translation>
  </message>
  <message>
   <location filename="explorer/collection/asking.py" />
   <source>There is no word to colour by.</source>
   <translation>لا توجد كلمة للتلوين بها.</translation>
  </message>
  <message>
   <location filename="explorer/collection/contents.py" />
   <source>There is no item {item_id} in this collection.</source>
   <translation>لا يوجد عنصر {item_id} في هذه المجموعة.</translation>
  </message>
  <message>
   <location filename="explorer/collection/embed_run.py" />
   <source>In '{space}' everything had its vectors already.</source>
   <translation>في «{space}» كان لكل شيء متّجهاته من قبل.</translation>
  </message>
  <message>
   <location filename="explorer/collection/embed_run.py" />
   <source>In '{space}': {parts} ({seconds} s).</source>
   <translation>في «{space}»: {parts} ({seconds} ث).</translation>
  </message>
  <message>
   <location filename="explorer/collection/embed_run.py" />
   <source>{count} changed since they were indexed</source>
   <translation>{count} تغيّرت منذ فهرستها</translation>
  </message>
  <message>
   <location filename="explorer/collection/embed_run.py" />
   <source>{count} embedded</source>
   <translation>{count} ضُمِّنت</translation>
  </message>
  <message>
   <location filename="explorer/collection/embed_run.py" />
   <source>{count} failed</source>
   <translation>{count} أخفقت</translation>
  </message>
  <message>
   <location filename="explorer/collection/export.py" />
   <source>{file} cannot be written: {reason}.</source>
   <translation>تعذّرت كتابة {file}: {reason}.</translation>
  </message>
  <message>
   <location filename="explorer/collection/export.py" />
   <source>{folder} is not empty; choose a new folder.</source>
   <translation>{folder} ليس فارغًا؛ اختر مجلدًا جديدًا.</translation>
  </message>
  <message>
   <location filename="explorer/collection/export.py" />
   <source>{name} is no form this can be exported to: use .csv, .parquet, or the name of a folder.</source>
   <translation>لا يمكن التصدير إلى {name}: استعمل ‎.csv أو ‎.parquet أو اسم مجلد.</translation>
  </message>
  <message>
   <location filename="explorer/collection/filters.py" />
   <source>A filter is one condition; take out the ';'.</source>
   <translation>المرشِّح شرط واحد؛ احذف «;».</translation>
  </message>
  <message>
   <location filename="explorer/collection/filters.py" />
   <source>The filter '{where}' cannot be understood: {reason}. It is SQL over these columns, texts in single quotes: {columns}.</source>
   <translation>تعذّر فهم المرشِّح «{where}»: {reason}. هو SQL على هذه الأعمدة، والنصوص بين علامتي اقتباس مفردتين: {columns}.</translation>
  </message>
  <message>
   <location filename="explorer/collection/filters.py" />
   <source>The filter '{where}' compares the list of tags with a text. Ask for a tag like this: array_has(tags, 'bird').</source>
   <translation>يقارن المرشِّح «{where}» قائمة الوسوم بنص. اسأل عن وسم هكذا: array_has(tags, 'bird').</translation>
  </message>
  <message>
   <location filename="explorer/collection/filters.py" />
   <source>The filter names the column '{column}'. There is: {columns}.</source>
   <translation>يذكر المرشِّح العمود «{column}». الموجود: {columns}.</translation>
  </message>
  <message>
   <location filename="explorer/collection/hit_table.py" />
   <source>{name} is no table: let its name end in .csv or .parquet.</source>
   <translation>‏{name} ليس جدولًا: اجعل اسمه ينتهي بـ ‎.csv أو ‎.parquet.</translation>
  </message>
  <message>
   <location filename="explorer/collection/index_report.py" />
   <source>{count} indexed</source>
   <translation>{count} فُهرست</translation>
  </message>
  <message>
   <location filename="explorer/collection/index_report.py" />
   <source>{count} of them moved</source>
   <translation>{count} منها نُقلت</translation>
  </message>
  <message>
   <location filename="explorer/collection/index_report.py" />
   <source>{count} removed</source>
   <translation>{count} أُزيلت</translation>
  </message>
  <message>
   <location filename="explorer/collection/index_report.py" />
   <source>{count} skipped because nothing opens them</source>
   <translation>{count} تُخطّيت إذ لا شيء يفتحها</translation>
  </message>
  <message>
   <location filename="explorer/collection/index_report.py" />
   <source>{count} unchanged</source>
   <translation>{count} لم تتغيّر</translation>
  </message>
  <message>
   <location filename="explorer/collection/index_report.py" />
   <source>{found} found: {parts} ({seconds} s).</source>
   <translation>عُثر على {found}: {parts} ({seconds} ث).</translation>
  </message>
  <message>
   <location filename="explorer/collection/index_run.py" />
   <source>Looking in {folder}</source>
   <translation>يُبحث في {folder}</translation>
  </message>
  <message>
   <location filename="explorer/collection/indexing.py" />
   <source>Another program has let '{space}' serve in this collection. Open the collection again, then index.</source>
   <translation>جعل برنامج آخر '{space}' يخدم في هذه المجموعة. افتح المجموعة من جديد ثم افهرس.</translation>
  </message>
  <message>
   <location filename="explorer/collection/indexing.py" />
   <source>Loading the space</source>
   <translation>يُحمَّل الفضاء</translation>
  </message>
  <message>
   <location filename="explorer/collection/indexing.py" />
   <source>Tidying up</source>
   <translation>ترتيب أخير</translation>
  </message>
  <message>
   <location filename="explorer/collection/intake.py" />
   <source>reading it was given up</source>
   <translation>تُركت قراءته</translation>
  </message>
  <message>
   <location filename="explorer/collection/library.py" />
   <source>A collection cannot be called '{name}': use letters, digits, spaces and dashes.</source>
   <translation>لا يمكن تسمية مجموعة «{name}»: استعمل حروفًا وأرقامًا ومسافات وشرطات.</translation>
  </message>
  <message>
   <location filename="explorer/collection/library.py" />
   <source>Some of {folder} could not be deleted: {reason}. Delete the folder.</source>
   <translation>تعذّر حذف بعض ما في {folder}: {reason}. احذف المجلد.</translation>
  </message>
  <message>
   <location filename="explorer/collection/library.py" />
   <source>There is a collection called '{name}' already.</source>
   <translation>توجد مجموعة باسم «{name}» من قبل.</translation>
  </message>
  <message>
   <location filename="explorer/collection/library.py" />
   <source>There is no collection called '{name}'. Make one: explorer index FOLDER -c NAME</source>
   <translation>لا توجد مجموعة باسم «{name}». أنشئ واحدة: explorer index FOLDER -c NAME</translation>
  </message>
  <message>
   <location filename="explorer/collection/library.py" />
   <source>There is no collection called '{name}'. There is: {known}.</source>
   <translation>لا توجد مجموعة باسم «{name}». الموجود: {known}.</translation>
  </message>
  <message>
   <location filename="explorer/collection/library.py" />
   <source>There is no collection in {folder}.</source>
   <translation>لا توجد مجموعة في {folder}.</translation>
  </message>
  <message>
   <location filename="explorer/collection/library.py" />
   <source>{folder} cannot be renamed: {reason}.</source>
   <translation>تعذّرت إعادة تسمية {folder}: {reason}.</translation>
  </message>
  <message>
   <location filename="explorer/collection/marks.py" />
   <source>A tag needs at least one letter.</source>
   <translation>يحتاج الوسم إلى حرف واحد على الأقل.</translation>
  </message>
  <message>
   <location filename="explorer/collection/notebook.py" />
   <source>A name needs at least one letter.</source>
   <translation>يحتاج الاسم إلى حرف واحد على الأقل.</translation>
  </message>
  <message>
   <location filename="explorer/collection/notebook.py" />
   <source>A saved search needs an id, a name and a query.</source>
   <translation>يحتاج البحث المحفوظ إلى معرّف واسم واستعلام.</translation>
  </message>
  <message>
   <location filename="explorer/collection/notebook.py" />
   <source>The name '{name}' is taken; choose another one.</source>
   <translation>الاسم '{name}' مستعمل؛ اختر اسمًا آخر.</translation>
  </message>
  <message>
   <location filename="explorer/collection/patches.py" />
   <source>Keeping patches</source>
   <translation>تُحفظ الأجزاء</translation>
  </message>
  <message>
   <location filename="explorer/collection/patches.py" />
   <source>Patches of {kept} items were kept; {already} had theirs already.</source>
   <translation>حُفظت أجزاء {kept} عنصرًا؛ وكان لـ {already} أجزاؤها من قبل.</translation>
  </message>
  <message>
   <location filename="explorer/collection/patches.py" />
   <source>{count} failed, the first of them {path}: {reason}</source>
   <translation>أخفق {count}، أولها {path}: {reason}</translation>
  </message>
  <message>
   <location filename="explorer/collection/patches.py" />
   <source>{count} have parts with vectors of their own.</source>
   <translation>لـ {count} أجزاء لها متّجهاتها.</translation>
  </message>
  <message>
   <location filename="explorer/collection/patching.py" />
   <source>The space '{space}' gives no patches, so words meet whole items only.</source>
   <translation>لا يعطي الفضاء '{space}' أجزاء صور، فتُقارن الكلمات بالعناصر كاملةً فقط.</translation>
  </message>
  <message>
   <location filename="explorer/collection/reranking.py" />
   <source>'{matcher}' compares pictures with words: add words to the query.</source>
   <translation>يقارن '{matcher}' الصور بالكلمات: أضف كلمات إلى الاستعلام.</translation>
  </message>
  <message>
   <location filename="explorer/collection/search.py" />
   <source>The terms of the query cancel each other out; change a weight.</source>
   <translation>حدود الاستعلام يلغي بعضها بعضًا؛ غيّر وزنًا.</translation>
  </message>
  <message>
   <location filename="explorer/collection/several_spaces.py" />
   <source>'{space}' serves in this collection. Let another one serve first.</source>
   <translation>«{space}» يخدم في هذه المجموعة. اجعل غيره يخدم أولًا.</translation>
  </message>
  <message>
   <location filename="explorer/collection/several_spaces.py" />
   <source>The collection '{name}' has no vectors of '{space}'. It has: {there}. `explorer index -c {name} --space {space}` makes them.</source>
   <translation>ليس في المجموعة «{name}» متّجهات من «{space}». فيها: {there}. يصنعها ‎`explorer index -c {name} --space {space}`.</translation>
  </message>
  <message>
   <location filename="explorer/collection/survey.py" />
   <source>{name} is not there. Check the path, or connect the drive it is on; nothing was marked as removed.</source>
   <translation>{name} غير موجود. تحقق من المسار أو صِل القرص الذي هو عليه؛ لم يُعلَّم شيء كمحذوف.</translation>
  </message>
  <message>
   <location filename="explorer/collection/terms.py" />
   <source>Keep one from the hits of a search.</source>
   <translation>احفظ واحدًا من نتائج بحث.</translation>
  </message>
  <message>
   <location filename="explorer/collection/terms.py" />
   <source>None of the items of '{name}' is in this collection.</source>
   <translation>ليس أيٌّ من عناصر «{name}» في هذه المجموعة.</translation>
  </message>
  <message>
   <location filename="explorer/collection/terms.py" />
   <source>Nothing that '{name}' was learned from is in this collection.</source>
   <translation>لا شيء مما تُعلِّم منه «{name}» في هذه المجموعة.</translation>
  </message>
  <message>
   <location filename="explorer/collection/terms.py" />
   <source>The direction '{name}' leads nowhere: both ends are one.</source>
   <translation>الاتجاه «{name}» لا يؤدي إلى شيء: طرفاه واحد.</translation>
  </message>
  <message>
   <location filename="explorer/collection/terms.py" />
   <source>The query '{value}' cannot be used: {reason}.</source>
   <translation>تعذّر استعمال الاستعلام «{value}»: {reason}.</translation>
  </message>
  <message>
   <location filename="explorer/collection/terms.py" />
   <source>The space '{space}' has no encoder for {content}, so it cannot be asked with {asked}; it encodes {known}.</source>
   <translation>ليس للفضاء «{space}» مُرمِّز لـ {content}، فلا يُسأل بـ {asked}؛ إنه يرمّز {known}.</translation>
  </message>
  <message>
   <location filename="explorer/collection/terms.py" />
   <source>The vector in the query has {count} numbers; this collection's space needs {dimension}, finite and not all zero.</source>
   <translation>في متّجه الاستعلام {count} عددًا؛ ويحتاج فضاء هذه المجموعة إلى {dimension}، محدودة وليست كلها أصفارًا.</translation>
  </message>
  <message>
   <location filename="explorer/collection/terms.py" />
   <source>There is no concept '{name}' in this collection. {there}</source>
   <translation>لا يوجد مفهوم «{name}» في هذه المجموعة. {there}</translation>
  </message>
  <message>
   <location filename="explorer/collection/terms.py" />
   <source>There is no item {item} in this collection.</source>
   <translation>لا يوجد العنصر {item} في هذه المجموعة.</translation>
  </message>
  <message>
   <location filename="explorer/collection/terms.py" />
   <source>There is: {known}.</source>
   <translation>الموجود: {known}.</translation>
  </message>
  <message>
   <location filename="explorer/collection/terms.py" />
   <source>What '{name}' was learned from cancels itself out; add examples.</source>
   <translation>ما تُعلِّم منه «{name}» يلغي بعضه بعضًا؛ أضف أمثلة.</translation>
  </message>
  <message>
   <location filename="explorer/collection/terms.py" />
   <source>the region of it that is asked for has no pixels</source>
   <translation>المنطقة المطلوبة منه بلا بكسلات</translation>
  </message>
  <message>
   <location filename="explorer/collection/terms.py" />
   <source>{path} has no vector in this space. Index it again to make one.</source>
   <translation>ليس لـ {path} متّجه في هذا الفضاء. أعد فهرسته ليُصنع له.</translation>
  </message>
  <message>
   <location filename="explorer/core/concept.py" />
   <source>A concept needs an id and a name.</source>
   <translation>يحتاج المفهوم إلى معرّف واسم.</translation>
  </message>
  <message>
   <location filename="explorer/core/query.py" />
   <source>A query term of kind 'vector' needs a list of numbers as value.</source>
   <translation>حدّ الاستعلام من نوع «vector» يحتاج إلى قائمة أعداد.</translation>
  </message>
  <message>
   <location filename="explorer/core/query.py" />
   <source>A query's 'terms' must be a list of objects with kind and value.</source>
   <translation>يجب أن تكون «terms» قائمة كائنات لها kind وvalue.</translation>
  </message>
  <message>
   <location filename="explorer/core/query.py" />
   <source>The direction '{words}' needs two phrases: from where {arrow} to where, for example 'empty -&gt; crowded'.</source>
   <translation>الاتجاه «{words}» يحتاج إلى عبارتين: من أين {arrow} إلى أين، مثل «خالٍ -&gt; مزدحم».</translation>
  </message>
  <message>
   <location filename="explorer/core/query.py" />
   <source>part of {name}</source>
   <translation>جزء من {name}</translation>
  </message>
  <message>
   <location filename="explorer/core/query.py" />
   <source>vector</source>
   <translation>متجه</translation>
  </message>
  <message>
   <location filename="explorer/core/query.py" />
   <source>{count} items together</source>
   <translation>{count} عناصر معًا</translation>
  </message>
  <message>
   <location filename="explorer/core/query.py" />
   <source>{disliked} not liked</source>
   <translation>{disliked} لا يعجبني</translation>
  </message>
  <message>
   <location filename="explorer/core/query.py" />
   <source>{liked} liked</source>
   <translation>{liked} يعجبني</translation>
  </message>
  <message>
   <location filename="explorer/core/query.py" />
   <source>{liked} liked, {disliked} not</source>
   <translation>{liked} يعجبني، {disliked} لا</translation>
  </message>
  <message>
   <location filename="explorer/encoders/catalogue.py" />
   <source>'{source}' is no folder, and no checkpoint of that name is on this machine. `explorer spaces download {source}` fetches it from the hub.</source>
   <translation>«{source}» ليس مجلدًا، ولا نموذج بهذا الاسم على هذا الجهاز. يجلبه ‎`explorer spaces download {source}` من المستودع.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/catalogue.py" />
   <source>'{space}' cannot be the id of a space. Use small letters, digits, dots, hyphens and underscores.</source>
   <translation>لا يصلح «{space}» معرّفًا لفضاء. استعمل حروفًا لاتينية صغيرة وأرقامًا ونقاطًا وشرطات.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/catalogue.py" />
   <source>'{space}' ships with Explorer and cannot be removed.</source>
   <translation>«{space}» يأتي مع Explorer ولا يُزال.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/catalogue.py" />
   <source>Checkpoints cannot be fetched here: there is no home folder.</source>
   <translation>لا يمكن جلب النماذج هنا: لا يوجد مجلد رئيسي.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/catalogue.py" />
   <source>Spaces cannot be added here: there is no home folder.</source>
   <translation>لا يمكن إضافة فضاءات هنا: لا يوجد مجلد رئيسي.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/catalogue.py" />
   <source>There is a space called '{space}' already. Give this one another --id.</source>
   <translation>يوجد فضاء باسم «{space}» من قبل. أعطِ هذا معرّفًا آخر ‎(--id).</translation>
  </message>
  <message>
   <location filename="explorer/encoders/catalogue.py" />
   <source>There is no folder {folder}. Give the folder of a checkpoint.</source>
   <translation>لا يوجد المجلد {folder}. اختر مجلد نموذج.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/catalogue.py" />
   <source>There is no space called '{space}' here. There is: {known}. The folder of a checkpoint is one too.</source>
   <translation>لا يوجد هنا فضاء باسم «{space}». الموجود: {known}. ومجلد نموذج فضاءٌ أيضًا.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/checkpoint.py" />
   <source>{file} is damaged: it holds no settings. Fetch the checkpoint again.</source>
   <translation>{file} تالف: ليس فيه إعدادات. اجلب النموذج من جديد.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/checkpoint.py" />
   <source>{file} is damaged: it lists no weights. Fetch the checkpoint again.</source>
   <translation>{file} تالف: لا يذكر أوزانًا. اجلب النموذج من جديد.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/checkpoint.py" />
   <source>{file} is damaged: {reason}. Fetch the checkpoint again.</source>
   <translation>{file} تالف: {reason}. اجلب النموذج من جديد.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/checkpoint.py" />
   <source>{file} names the weights file '{name}', which is no .safetensors file of this folder; such a checkpoint is refused.</source>
   <translation>يذكر {file} ملف الأوزان «{name}»، وهو ليس ملف ‎.safetensors في هذا المجلد؛ مثل هذا النموذج مرفوض.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/checkpoint.py" />
   <source>{folder} asks to run Python code of its own (auto_map in {name}), which Explorer never does. Use a checkpoint of a family that transformers itself has.</source>
   <translation>يطلب {folder} تشغيل شيفرة Python خاصة به (auto_map في {name})، وهذا ما لا يفعله Explorer أبدًا. استعمل نموذجًا من عائلة تعرفها transformers نفسها.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/checkpoint.py" />
   <source>{folder} has its weights in {weights} only, a format that can run code when it is opened, so Explorer does not. Use a checkpoint with .safetensors weights.</source>
   <translation>أوزان {folder} في {weights} فقط، وهي صيغة قد تشغّل شيفرة عند فتحها، فلا يفتحها Explorer. استعمل نموذجًا أوزانه ‎.safetensors.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/checkpoint.py" />
   <source>{folder} has no weights: there is no {name}. Fetch the checkpoint again.</source>
   <translation>لا أوزان في {folder}: لا يوجد {name}. اجلب النموذج من جديد.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/checkpoint.py" />
   <source>{folder} is no checkpoint: it has no {config}. Give the folder that holds the configuration and the .safetensors weights of an encoder.</source>
   <translation>{folder} ليس نموذجًا: ليس فيه {config}. اختر المجلد الذي فيه إعدادات مُرمِّز وأوزانه ‎.safetensors.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/checkpoint.py" />
   <source>{folder} lacks {name}, which its index names. Fetch the checkpoint again.</source>
   <translation>ينقص {folder} الملف {name} الذي يذكره فهرسه. اجلب النموذج من جديد.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/checkpoint.py" />
   <source>{name} is not the file its index describes: they differ about '{example}'. Fetch the checkpoint again.</source>
   <translation>{name} ليس الملف الذي يصفه فهرسه: يختلفان في «{example}». اجلب النموذج من جديد.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/devices.py" />
   <source>One input alone needs more memory than this device has. Close other programs, choose a smaller encoder, or set EXPLORER_DEVICE=cpu.</source>
   <translation>مُدخل واحد يحتاج إلى ذاكرة أكثر مما في هذا الجهاز. أغلق برامج أخرى أو اختر مُرمِّزًا أصغر أو اضبط EXPLORER_DEVICE=cpu.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/devices.py" />
   <source>There is no device '{name}' on this machine. Use 'cpu', or none to choose.</source>
   <translation>لا يوجد جهاز «{name}» هنا. استعمل «cpu»، أو لا شيء ليُختار.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/devices.py" />
   <source>There is no precision '{kind}'. There is: {known}.</source>
   <translation>لا توجد دقة «{kind}». الموجود: {known}.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/dual.py" />
   <source>A picture's vector is the mean of its query vectors; the family itself compares a text with the best of them.</source>
   <translation>متجه الصورة هو متوسط متجهات استعلامها؛ أما العائلة نفسها فتقارن النص بأفضلها.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/dual.py" />
   <source>it merges patches into groups, which lie on no grid</source>
   <translation>إنه يدمج الأجزاء في مجموعات لا تقع على شبكة</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/dual.py" />
   <source>its queries look at the whole picture</source>
   <translation>استعلاماته تنظر إلى الصورة كلها</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/dual.py" />
   <source>its text tower makes one vector from all words at once</source>
   <translation>برج النص فيه يصنع متجهًا واحدًا من كل الكلمات معًا</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/dual.py" />
   <source>its towers may be of any kind</source>
   <translation>أبراجه قد تكون من أي نوع</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/dual.py" />
   <source>its vector is pooled by attention, which gives a single token no place in it</source>
   <translation>متجهه يُجمَع بالانتباه، فلا مكان فيه لرمز منفرد</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/encoder.py" />
   <source>The {content} encoder of this space gives no tokens: {why_no_tokens}.</source>
   <translation>مرمّز {content} في هذا الفضاء لا يعطي أجزاء: {why_no_tokens}.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/encoder.py" />
   <source>The {content} encoder of this space gives {found} numbers where {dimension} were promised: its configuration does not fit its weights.</source>
   <translation>مرمّز {content} في هذا الفضاء يعطي {found} رقمًا وقد وُعد بـ {dimension}: لا تطابق إعداداته أوزانه.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/fusion.py" />
   <source>'{matcher}' joins no patches with words: ViLT and BridgeTower do, and BLIP as a space of its own.</source>
   <translation>لا يجمع «{matcher}» أجزاء الصورة مع الكلمات: يفعل ذلك ViLT وBridgeTower، وكذلك BLIP بوصفه فضاءً قائمًا بذاته.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/image.py" />
   <source>The patches of this network lie on no grid that is known.</source>
   <translation>أجزاء هذه الشبكة ليست على شبكة معروفة.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/image.py" />
   <source>The texts of this space are not read by the network that matches.</source>
   <translation>نصوص هذا الفضاء لا تقرؤها الشبكة التي تطابق.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/loading.py" />
   <source>The configuration of {folder} cannot be used: {reason}</source>
   <translation>تعذّر استعمال إعدادات {folder}: {reason}</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/loading.py" />
   <source>{folder} does not say how its sounds are prepared: it has no preprocessor_config.json. Fetch that file too; guessing would make wrong vectors.</source>
   <translation>لا يقول {folder} كيف تُعدّ أصواته: ليس فيه preprocessor_config.json. اجلب هذا الملف أيضًا؛ فالتخمين يصنع متّجهات خاطئة.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/loading.py" />
   <source>{folder} holds a {architecture}, which gives no vectors to compare. Use a checkpoint of {network}.</source>
   <translation>في {folder} ‏{architecture}، وهو لا يعطي متّجهات تُقارن. استعمل نموذجًا من {network}.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/loading.py" />
   <source>{folder} holds a {name}, which gives no vectors to search by; it puts the first hits in order.</source>
   <translation>في {folder} ‏{name}، وهو لا يعطي متّجهات للبحث؛ بل يرتّب أوائل النتائج.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/loading.py" />
   <source>{folder} is of the family '{kind}', which Explorer does not know. It knows {known}, and text encoders.</source>
   <translation>{folder} من العائلة «{kind}» التي لا يعرفها Explorer. إنه يعرف {known} ومُرمِّزات النصوص.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/matcher_loading.py" />
   <source>{folder} cannot be used: {why}</source>
   <translation>لا يمكن استعمال {folder}: {why}</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/matcher_loading.py" />
   <source>{folder} holds no network that matches pictures with texts. There are checkpoints of these: {known}.</source>
   <translation>لا توجد في {folder} شبكة تطابق الصور بالنصوص. توجد نقاط حفظ من هذه: {known}.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/network.py" />
   <source>'{space}' does not fit into the memory of {name}. Close other programs, or set EXPLORER_DEVICE=cpu.</source>
   <translation>لا تتسع ذاكرة {name} لـ «{space}». أغلق برامج أخرى أو اضبط EXPLORER_DEVICE=cpu.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/network.py" />
   <source>The network of '{space}' failed: {reason} Its files may be of different checkpoints; fetch them again.</source>
   <translation>أخفقت شبكة «{space}»: {reason} قد تكون ملفاتها من نماذج مختلفة؛ اجلبها من جديد.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/network.py" />
   <source>The space '{space}' was closed; load it again.</source>
   <translation>أُغلق الفضاء «{space}»؛ حمّله من جديد.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/network.py" />
   <source>{folder} cannot be loaded as a {class_name}: {reason}</source>
   <translation>تعذّر تحميل {folder} بوصفه {class_name}: {reason}</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/network.py" />
   <source>{folder} lacks {count} of the weights of a {class_name}, '{example}' among them. It holds another kind of network, or not all of this one.</source>
   <translation>ينقص {folder} ‏{count} من أوزان {class_name}، منها «{example}». فيه شبكة من نوع آخر، أو بعض هذه فقط.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/open_clip.py" />
   <source>This open_clip checkpoint prepares its pictures with '{name}', which Explorer does not know.</source>
   <translation>يُحضّر نموذج open_clip هذا صوره بـ «{name}» الذي لا يعرفه Explorer.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/open_clip.py" />
   <source>{folder} holds other weights than its {config} describes. Fetch the checkpoint again.</source>
   <translation>يحتوي {folder} على أوزان غير التي يصفها {config} فيه. اجلب النموذج من جديد.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/open_clip.py" />
   <source>{folder} holds other weights than its {config} describes: '{example}' is missing or too much. Fetch the checkpoint again.</source>
   <translation>يحتوي {folder} على أوزان غير التي يصفها {config} فيه: «{example}» ناقص أو زائد. اجلب النموذج من جديد.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/open_clip_parts.py" />
   <source>The picture tower of this open_clip checkpoint ({name}) is of a kind that Explorer does not know: it knows open_clip's own ViTs and ResNets, and timm's ConvNeXts, EVAs, Perception Encoders and ViTs of SigLIP. Use the same model's checkpoint for transformers, if there is one.</source>
   <translation>برج الصور في نموذج open_clip هذا ({name}) من نوع لا يعرفه Explorer: فهو يعرف ViT و ResNet الخاصة بـ open_clip، و ConvNeXt و EVA و Perception Encoder و ViT الخاصة بـ SigLIP من timm. استخدم النموذج نفسه بصيغته لـ transformers إن وُجدت.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/open_clip_texts.py" />
   <source>The text tower of this open_clip checkpoint ({name}) is of a kind that Explorer does not know: it knows open_clip's own and those of RoBERTa. Use the same model's checkpoint for transformers, if there is one.</source>
   <translation>برج النص في نموذج open_clip هذا ({name}) من نوع لا يعرفه Explorer: فهو يعرف أبراج open_clip نفسها وأبراج RoBERTa. استخدم النموذج نفسه بصيغته لـ transformers إن وُجدت.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/open_clip_texts.py" />
   <source>its vector is a mean that goes through a layer which is not linear</source>
   <translation>متجهه متوسط يمر بطبقة غير خطية</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/open_clip_timm.py" />
   <source>its vector is a mean that is normalised as a whole, not place by place</source>
   <translation>متجهه متوسط يُسوّى ككل، لا موضعًا موضعًا</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/perception.py" />
   <source>A text has one head for sounds and one for clips; all are kept side by side, so that each pair is compared by the heads made for it, at half of its cosine.</source>
   <translation>للنص رأس للأصوات ورأس للمقاطع؛ تُحفظ كلها جنبًا إلى جنب، فيُقارن كل زوج بالرأسين المصنوعين له، بنصف جيب تمامه.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/perception.py" />
   <source>Its own scores are products of vectors of any length; here their directions are compared.</source>
   <translation>درجاته الأصلية جداءات متجهات من أي طول؛ وهنا تُقارن اتجاهاتها.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/perception.py" />
   <source>a token of its stands for a moment, and the picture in it is not cut into patches</source>
   <translation>كل رمز فيه يمثل لحظة، والصورة فيها غير مقسمة إلى أجزاء</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/processor_config.py" />
   <source>The settings of {folder} for pictures cannot be used: {reason}. Fetch its preprocessor_config.json again.</source>
   <translation>تعذّر استعمال إعدادات {folder} للصور: {reason}. اجلب preprocessor_config.json من جديد.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/processor_config.py" />
   <source>{folder} does not say how its pictures are prepared: it has no preprocessor_config.json. Fetch that file too; guessing would make wrong vectors.</source>
   <translation>لا يقول {folder} كيف تُعدّ صوره: ليس فيه preprocessor_config.json. اجلب هذا الملف أيضًا؛ فالتخمين يصنع متّجهات خاطئة.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/processor_config.py" />
   <source>{folder} prepares its pictures with '{name}', which Explorer does not know. It knows {known}.</source>
   <translation>يُعدّ {folder} صوره بـ «{name}» الذي لا يعرفه Explorer. إنه يعرف {known}.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/sentence.py" />
   <source>its vector is no mean of its tokens</source>
   <translation>متجهه ليس متوسط رموزه</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/sentence.py" />
   <source>{file} names no Transformer. Fetch the checkpoint again.</source>
   <translation>لا يذكر {file} أيّ Transformer. اجلب النموذج من جديد.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/sentence.py" />
   <source>{folder} asks to run Python code of its own ('{kind}' in {file}), which Explorer never does. Use a checkpoint made of sentence-transformers' own layers.</source>
   <translation>يطلب {folder} تشغيل شيفرة Python خاصة به («{kind}» في {file})، وهذا ما لا يفعله Explorer أبدًا. استعمل نموذجًا من طبقات sentence-transformers نفسها.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/sentence.py" />
   <source>{folder} has a layer '{kind}', which Explorer does not know.</source>
   <translation>في {folder} طبقة «{kind}» لا يعرفها Explorer.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/sentence.py" />
   <source>{folder} has the activation '{activation}', which is not known here.</source>
   <translation>في {folder} دالة التنشيط «{activation}»، وهي غير معروفة هنا.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/sentence.py" />
   <source>{folder} pools tokens in a way Explorer does not know.</source>
   <translation>يجمع {folder} المقاطع بطريقة لا يعرفها Explorer.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/text.py" />
   <source>its tokenizer is of the old kind, which does not tell the letters of a token</source>
   <translation>مجزّئه من النوع القديم الذي لا يذكر حروف الرمز</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/tokenizer.py" />
   <source>The tokenizer of {folder} cannot be read: {reason} Fetch its tokenizer files again.</source>
   <translation>تعذّرت قراءة مُقطِّع {folder}: {reason} اجلب ملفاته من جديد.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/tokenizer.py" />
   <source>The tokenizer of {folder} failed: {reason} Fetch its tokenizer files again.</source>
   <translation>أخفق مُقطِّع {folder}: {reason} اجلب ملفاته من جديد.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/tokenizer.py" />
   <source>{folder} has no tokenizer for its texts: there is no tokenizer.json or other vocabulary. Fetch that file too.</source>
   <translation>ليس في {folder} مُقطِّع لنصوصه: لا tokenizer.json ولا مفردات أخرى. اجلب هذا الملف أيضًا.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/video.py" />
   <source>The prompts that the family makes for a text from each clip are left out: a text has one vector here.</source>
   <translation>الإضافات التي تصنعها العائلة للنص من كل مقطع متروكة: للنص هنا متجه واحد.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/video.py" />
   <source>a token of its stands for a place and a time at once</source>
   <translation>كل رمز فيه يمثل مكانًا وزمانًا معًا</translation>
  </message>
  <message>
   <location filename="explorer/encoders/families/video.py" />
   <source>its vector is that of one summary token</source>
   <translation>متجهه متجه رمز تلخيصي واحد</translation>
  </message>
  <message>
   <location filename="explorer/encoders/hub.py" />
   <source>'{name}' could not be fetched: the hub cannot be reached ({reason}). Check the network and try again; what came so far is kept.</source>
   <translation>تعذّر جلب «{name}»: لا يمكن الوصول إلى المستودع ({reason}). تحقق من الشبكة وأعد المحاولة؛ ما وصل محفوظ.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/hub.py" />
   <source>'{name}' has no .safetensors weights; other formats can run code when they are opened, so Explorer does not fetch them.</source>
   <translation>ليس لـ «{name}» أوزان ‎.safetensors؛ الصيغ الأخرى قد تشغّل شيفرة عند فتحها، فلا يجلبها Explorer.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/hub.py" />
   <source>'{name}' is given only to those who have accepted its terms: do so on its page, and log in with `hf auth login`.</source>
   <translation>لا يُعطى «{name}» إلا لمن قبل شروطه: اقبلها في صفحته، وسجّل الدخول بـ ‎`hf auth login`.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/hub.py" />
   <source>'{name}' is no name on the hub. A name is like owner/checkpoint.</source>
   <translation>«{name}» ليس اسمًا في المستودع. الاسم مثل owner/checkpoint.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/hub.py" />
   <source>'{name}' was not fetched: HF_HUB_OFFLINE is set. Unset it, or give the folder of a checkpoint that is on this machine.</source>
   <translation>لم يُجلب «{name}»: ‏HF_HUB_OFFLINE مضبوط. ألغه أو اختر مجلد نموذج على هذا الجهاز.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/hub.py" />
   <source>There is no checkpoint called '{name}' on the hub, or it is private.</source>
   <translation>لا يوجد نموذج باسم «{name}» في المستودع، أو أنه خاص.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/hub.py" />
   <source>{name} did not arrive whole: its checksum is not the hub's. Fetch it again.</source>
   <translation>لم يصل {name} كاملًا: مجموع تحققه ليس ما في المستودع. اجلبه من جديد.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/kept_spaces.py" />
   <source>{file} was written by a newer Explorer. Update this one.</source>
   <translation>كتب {file} إصدارٌ أحدث من Explorer. حدّث هذا.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/self_test.py" />
   <source>'{space}' does not tell {things} apart: {share} of {pairs} found themselves again after a small change, no better than guessing. Its weights or their preprocessing are wrong.</source>
   <translation>لا يميّز «{space}» بين {things}: {share} من {pairs} عُرفت بعد تغيير صغير، وهذا ليس أفضل من التخمين. أوزانه أو إعداده خاطئ.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/self_test.py" />
   <source>'{space}' encodes {known}: there are no samples here to test that with.</source>
   <translation>يرمّز «{space}» ‏{known}: لا عيّنات هنا لاختبار ذلك.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/self_test.py" />
   <source>'{space}' tells {things} apart: {share} of {pairs} found themselves again; {time} ms each.</source>
   <translation>يميّز «{space}» بين {things}: {share} من {pairs} عُرفت؛ {time} م.ث لكل منها.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/self_test.py" />
   <source>The encoders of '{space}' belong together: {shares}; {time} ms a picture.</source>
   <translation>مُرمِّزات «{space}» متوافقة: {shares}؛ {time} م.ث للصورة.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/self_test.py" />
   <source>The encoders of '{space}' do not match each other: {shares}, no better than guessing. Its picture and text sides or their preprocessing are from different models.</source>
   <translation>مُرمِّزات «{space}» غير متوافقة: {shares}، وهذا ليس أفضل من التخمين. جانب الصور وجانب النصوص أو إعدادهما من نماذج مختلفة.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/self_test.py" />
   <source>of {pairs} pictures {words} found their words first, {pictures} of the words their picture</source>
   <translation>من {pairs} صورة وجدت {words} كلماتها أولًا، و{pictures} من الكلمات صورها</translation>
  </message>
  <message>
   <location filename="explorer/encoders/self_test.py" />
   <source>pictures</source>
   <translation>صور</translation>
  </message>
  <message>
   <location filename="explorer/encoders/self_test.py" />
   <source>texts</source>
   <translation>نصوص</translation>
  </message>
  <message>
   <location filename="explorer/encoders/space.py" />
   <source>The space '{space}' has no encoder for {content}; it encodes {known}.</source>
   <translation>ليس للفضاء «{space}» مُرمِّز لـ {content}؛ إنه يرمّز {known}.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/starter/encoders.py" />
   <source>This encoder does not know the folder of its weights.</source>
   <translation>لا يعرف هذا المُرمِّز مجلد أوزانه.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/starter/manifest.py" />
   <source>The starter space cannot be read: {path}: {reason}. Install Explorer again.</source>
   <translation>لا يمكن قراءة الفضاء Starter: {path}: {reason}. ثبّت Explorer من جديد.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/starter/manifest.py" />
   <source>The starter space is damaged: {path} does not say {error}. Install Explorer again.</source>
   <translation>الفضاء Starter تالف: لا يذكر {path} القيمة {error}. ثبّت Explorer من جديد.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/starter/onnx_towers.py" />
   <source>The starter space was closed; load it again.</source>
   <translation>أُغلق فضاء البداية؛ حمّله من جديد.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/starter/onnx_towers.py" />
   <source>{graph} cannot be loaded ({error}); install Explorer again to restore it.</source>
   <translation>لا يمكن تحميل {graph} ({error})؛ ثبّت Explorer من جديد لاستعادته.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/starter/ungrounded.py" />
   <source>English words alone, all-MiniLM-L6-v2 as it is; compare it with the starter to see what sight has taught. Pictures are found by their names.</source>
   <translation>كلمات إنجليزية فقط، all-MiniLM-L6-v2 كما هو؛ قارنه بفضاء starter لترى ما علّمه البصر. تُوجد الصور بأسمائها.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/starter/ungrounded.py" />
   <source>Starter's words, ungrounded</source>
   <translation>كلمات Starter قبل أن ترى الصور</translation>
  </message>
  <message>
   <location filename="explorer/encoders/suggestions.py" />
   <source>A good first step: far more things and words than the starter knows, in English.</source>
   <translation>خطوة أولى جيدة: أشياء وكلمات أكثر بكثير مما يعرفه Starter، بالإنجليزية.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/suggestions.py" />
   <source>Hears: sounds are found by what they sound like, not by their names.</source>
   <translation>يسمع: يُعثر على الأصوات بما تبدو عليه لا بأسمائها.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/suggestions.py" />
   <source>Pictures alone, by their looks: for what is alike and for duplicates.</source>
   <translation>الصور وحدها، بحسب مظهرها: للمتشابهات والنسخ المكررة.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/suggestions.py" />
   <source>The best of these for pictures; wants a graphics card.</source>
   <translation>أفضلها للصور؛ يحتاج إلى بطاقة رسومات.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/suggestions.py" />
   <source>The classic, quick on a processor; its licence is not stated on its page.</source>
   <translation>النموذج المعروف، سريع على المعالج؛ لا تذكر صفحته رخصته.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/suggestions.py" />
   <source>The same size of picture, words in many languages.</source>
   <translation>حجم الصورة نفسه، وكلمات بلغات كثيرة.</translation>
  </message>
  <message>
   <location filename="explorer/encoders/suggestions.py" />
   <source>not stated</source>
   <translation>غير مذكورة</translation>
  </message>
  <message>
   <location filename="explorer/jobs/job.py" />
   <source>Something went wrong inside Explorer ({kind}): {detail}</source>
   <translation>حدث خلل داخل Explorer ‏({kind}): {detail}</translation>
  </message>
  <message>
   <location filename="explorer/jobs/job.py" />
   <source>There was not enough memory for this. Close other programs or choose less at once.</source>
   <translation>لم تكفِ الذاكرة لهذا. أغلق برامج أخرى أو اختر أقل دفعةً واحدة.</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/attention.py" />
   <source>There is no {kind} {number}: this encoder's are 0 to {last}.</source>
   <translation>لا يوجد {kind} {number}: ما في هذا المرمّز من 0 إلى {last}.</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/directions.py" />
   <source>The space '{space}' does not say where its patches lie.</source>
   <translation>لا يذكر الفضاء «{space}» أين تقع أجزائه.</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/directions.py" />
   <source>The space '{space}' does not say where its words lie.</source>
   <translation>لا يذكر الفضاء «{space}» أين تقع كلماته.</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/directions.py" />
   <source>There are no words to choose from.</source>
   <translation>لا كلمات للاختيار منها.</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/grad_cam.py" />
   <source>This encoder shows no feature map that lies on the grid of its patches.</source>
   <translation>لا يُظهر هذا المُرمِّز خريطة سمات على شبكة أجزائه.</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/grad_eclip.py" />
   <source>This encoder has no summary token whose last attention can be followed.</source>
   <translation>ليس لهذا المُرمِّز رمز تلخيص يُتتبَّع انتباهه الأخير.</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/grad_eclip.py" />
   <source>This encoder's last attention is not over the patches of a picture.</source>
   <translation>انتباه هذا المُرمِّز الأخير ليس على أجزاء صورة.</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/heard.py" />
   <source>The space '{space}' does not tell which words are said in a sound. Type them.</source>
   <translation>الفضاء «{space}» لا يبيّن الكلمات المنطوقة في الصوت. اكتبها.</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/interaction.py" />
   <source>playing words and regions together</source>
   <translation>تُلعب الكلمات والمناطق معًا</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/masking.py" />
   <source>encoding it with parts covered</source>
   <translation>يُرمَّز وأجزاؤه مغطاة</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/match_cam.py" />
   <source>No network of '{space}' looks at a picture and a text together. Of the spaces those of BLIP do; ViLT and BridgeTower are no spaces, but can stand beside one.</source>
   <translation>لا شبكة في «{space}» تنظر إلى صورة ونص معًا. من الفضاءات تفعل ذلك فضاءات BLIP؛ أما ViLT وBridgeTower فليسا فضاءين، لكن يمكن عرضهما بجانب فضاء.</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/match_cam.py" />
   <source>This network does not show how its words look at patches.</source>
   <translation>لا تُظهر هذه الشبكة كيف تنظر كلماتها إلى الأجزاء.</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/methods.py" />
   <source>Attention</source>
   <translation>الانتباه</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/methods.py" />
   <source>Attention relevance</source>
   <translation>صلة الانتباه</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/methods.py" />
   <source>Attention rollout</source>
   <translation>انتباه كل الطبقات</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/methods.py" />
   <source>Banzhaf interaction</source>
   <translation>تفاعل بانزاف</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/methods.py" />
   <source>Cosine of every word with every patch</source>
   <translation>جيب تمام كل كلمة مع كل جزء</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/methods.py" />
   <source>Cosine of every word with every patch, less what the other words say</source>
   <translation>جيب تمام كل كلمة مع كل جزء، مطروحًا منه ما تقوله الكلمات الأخرى</translation>
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
   <translation>كم يهبط التطابق حيث تُغطى الصورة</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/methods.py" />
   <source>How the words share the patches out at the least cost</source>
   <translation>كيف تتقاسم الكلمات الأجزاء بأقل كلفة</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/methods.py" />
   <source>Late interaction</source>
   <translation>التفاعل المتأخر</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/methods.py" />
   <source>Matching Grad-CAM</source>
   <translation>Grad-CAM للمطابقة</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/methods.py" />
   <source>Occlusion</source>
   <translation>الحجب</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/methods.py" />
   <source>Only pictures are matched with texts by a network that looks at both together.</source>
   <translation>الصور وحدها تُطابق مع النصوص بشبكة تنظر إليهما معًا.</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/methods.py" />
   <source>Optimal transport</source>
   <translation>النقل الأمثل</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/methods.py" />
   <source>Plain cosine</source>
   <translation>جيب التمام البسيط</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/methods.py" />
   <source>RISE</source>
   <translation>RISE</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/methods.py" />
   <source>Random parts shown, weighed by how well they match</source>
   <translation>أجزاء عشوائية تُعرض وتوزن بمدى تطابقها</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/methods.py" />
   <source>Relevance carried back through attention by gradients</source>
   <translation>الصلة محمولة إلى الوراء عبر الانتباه بالتدرجات</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/methods.py" />
   <source>The last feature map, weighted by what it does for the match</source>
   <translation>خريطة السمات الأخيرة موزونة بما تسهم به في التطابق</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/methods.py" />
   <source>The last layer's values, by gradient and nearness</source>
   <translation>قيم الطبقة الأخيرة بحسب التدرج والقرب</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/methods.py" />
   <source>The space '{space}' has no {content} encoder.</source>
   <translation>ليس للفضاء «{space}» مُرمِّز لهذا النوع: {content}.</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/methods.py" />
   <source>The {content} encoder of '{space}' gives no patches in the space: {why}.</source>
   <translation>مُرمِّز «{space}» ‏({content}) لا يعطي أجزاء في الفضاء: {why}.</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/methods.py" />
   <source>This encoder ends in a feature map: it has no attention among all its patches.</source>
   <translation>ينتهي هذا المُرمِّز بخريطة سمات: ليس فيه انتباه بين كل أجزائه.</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/methods.py" />
   <source>This encoder ends in a feature map: it has no summary token.</source>
   <translation>ينتهي هذا المُرمِّز بخريطة سمات: ليس فيه رمز تلخيصي.</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/methods.py" />
   <source>What a word and a region are worth together beyond each alone</source>
   <translation>ما تساويه كلمة ومنطقة معًا فوق ما تساويه كل منهما وحدها</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/methods.py" />
   <source>What all layers attend to, whatever the word</source>
   <translation>ما تنتبه إليه كل الطبقات أيًّا كانت الكلمة</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/methods.py" />
   <source>What the last layer attends to, whatever the word</source>
   <translation>ما تنتبه إليه الطبقة الأخيرة أيًّا كانت الكلمة</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/methods.py" />
   <source>Where each word looks when the network matches both</source>
   <translation>إلى أين تنظر كل كلمة حين تطابق الشبكة بينهما</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/methods.py" />
   <source>its parts have no place in it</source>
   <translation>ليس لأجزائه مكان فيه</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/question.py" />
   <source>The {content} encoder of '{space}' gives no gradients.</source>
   <translation>مُرمِّز «{space}» ({content}) لا يعطي تدرجات.</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/question.py" />
   <source>There are no words to explain. Type a word or a sentence.</source>
   <translation>لا كلمات لتفسيرها. اكتب كلمة أو جملة.</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/question.py" />
   <source>picture</source>
   <translation>صورة</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/question.py" />
   <source>sound</source>
   <translation>صوت</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/question.py" />
   <source>text</source>
   <translation>نص</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/recording.py" />
   <source>This encoder does not show attention among its patches.</source>
   <translation>لا يُظهر هذا المُرمِّز انتباهًا بين أجزائه.</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/relevance.py" />
   <source>carrying relevance back</source>
   <translation>تُردّ الأهمية إلى أصلها</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/segments.py" />
   <source>Segments need at least two classes, each named once.</source>
   <translation>تحتاج المقاطع إلى صنفين على الأقل، يُذكر كل منهما مرة.</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/segments.py" />
   <source>The mask of an example has to be of its picture's size and not empty.</source>
   <translation>يجب أن يكون قناع المثال بحجم صورته وغير فارغ.</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/sound_question.py" />
   <source>The space '{space}' does not say where its sounds' parts lie.</source>
   <translation>لا يذكر الفضاء '{space}' مواضع أجزاء أصواته.</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/sound_question.py" />
   <source>The space '{space}' hears nothing in this sound.</source>
   <translation>لا يسمع الفضاء '{space}' شيئًا في هذا الصوت.</translation>
  </message>
  <message>
   <location filename="explorer/lenses/explanation/spectrogram.py" />
   <source>The sound is empty: there is nothing to explain.</source>
   <translation>الصوت فارغ: لا شيء لتفسيره.</translation>
  </message>
  <message>
   <location filename="explorer/lenses/relations.py" />
   <source>Relations are looked for on a grid of patches; this space has none.</source>
   <translation>يُبحث عن العلاقات على شبكة أجزاء؛ وليس لهذا الفضاء شبكة.</translation>
  </message>
  <message>
   <location filename="explorer/lenses/relations.py" />
   <source>The space '{space}' was not trained on relations.</source>
   <translation>لم يُدرَّب الفضاء '{space}' على العلاقات.</translation>
  </message>
  <message>
   <location filename="explorer/lenses/word_patch.py" />
   <source>None of the words whose regions are known is in the text.</source>
   <translation>ليس في النص أيٌّ من الكلمات المعروفة مناطقها.</translation>
  </message>
  <message>
   <location filename="explorer/media/decoder.py" />
   <source>no loaded plugin opens this kind of file</source>
   <translation>لا إضافة محمّلة تفتح هذا النوع من الملفات</translation>
  </message>
  <message>
   <location filename="explorer/media/decoder.py" />
   <source>no loaded plugin reads it as {content}</source>
   <translation>لا إضافة محمّلة تقرؤه بوصفه {content}</translation>
  </message>
  <message>
   <location filename="explorer/media/files.py" />
   <source>it cannot be read ({reason})</source>
   <translation>تعذّرت قراءته ({reason})</translation>
  </message>
  <message>
   <location filename="explorer/media/files.py" />
   <source>it does not exist any more</source>
   <translation>لم يعد موجودًا</translation>
  </message>
  <message>
   <location filename="explorer/media/files.py" />
   <source>it is a device, not a file</source>
   <translation>هو جهاز لا ملف</translation>
  </message>
  <message>
   <location filename="explorer/media/files.py" />
   <source>it is a folder, not a file</source>
   <translation>هو مجلد لا ملف</translation>
  </message>
  <message>
   <location filename="explorer/media/files.py" />
   <source>it is a link to a file that does not exist</source>
   <translation>هو رابط إلى ملف غير موجود</translation>
  </message>
  <message>
   <location filename="explorer/media/files.py" />
   <source>it is a pipe, not a file</source>
   <translation>هو أنبوب لا ملف</translation>
  </message>
  <message>
   <location filename="explorer/media/files.py" />
   <source>it is a socket, not a file</source>
   <translation>هو مقبس لا ملف</translation>
  </message>
  <message>
   <location filename="explorer/media/files.py" />
   <source>it is empty</source>
   <translation>هو فارغ</translation>
  </message>
  <message>
   <location filename="explorer/media/files.py" />
   <source>it is only in the cloud; make it available offline first</source>
   <translation>هو في السحابة فقط؛ أتِحه دون اتصال أولًا</translation>
  </message>
  <message>
   <location filename="explorer/media/files.py" />
   <source>it may not be read; change its permissions</source>
   <translation>لا يُسمح بقراءته؛ غيّر أذوناته</translation>
  </message>
  <message>
   <location filename="explorer/media/files.py" />
   <source>it needs more memory than one file may take</source>
   <translation>يحتاج إلى ذاكرة أكثر مما يُسمح به لملف</translation>
  </message>
  <message>
   <location filename="explorer/media/files.py" />
   <source>no file can have this name</source>
   <translation>لا يمكن لملف أن يحمل هذا الاسم</translation>
  </message>
  <message>
   <location filename="explorer/media/process.py" />
   <source>Explorer is closing</source>
   <translation>Explorer قيد الإغلاق</translation>
  </message>
  <message>
   <location filename="explorer/media/process.py" />
   <source>it became shorter while it was read, and the process that read it crashed</source>
   <translation>قصُر أثناء قراءته فانهارت العملية التي تقرؤه</translation>
  </message>
  <message>
   <location filename="explorer/media/process.py" />
   <source>no process could be kept for it</source>
   <translation>لم تبقَ عملية لأجله</translation>
  </message>
  <message>
   <location filename="explorer/media/process.py" />
   <source>no process could be started: {reason}</source>
   <translation>تعذّر بدء عملية: {reason}</translation>
  </message>
  <message>
   <location filename="explorer/media/process.py" />
   <source>reading it was stopped after {seconds} s</source>
   <translation>أُوقفت قراءته بعد {seconds} ث</translation>
  </message>
  <message>
   <location filename="explorer/media/process.py" />
   <source>the process that read it crashed (segmentation fault)</source>
   <translation>انهارت العملية التي تقرؤه (خطأ في الذاكرة)</translation>
  </message>
  <message>
   <location filename="explorer/media/process.py" />
   <source>the process that read it ended itself (exit code {code})</source>
   <translation>أنهت العملية التي تقرؤه نفسها (الرمز {code})</translation>
  </message>
  <message>
   <location filename="explorer/media/process.py" />
   <source>the process that read it gave up (abort)</source>
   <translation>استسلمت العملية التي تقرؤه (abort)</translation>
  </message>
  <message>
   <location filename="explorer/media/process.py" />
   <source>the process that read it was ended by {signal}</source>
   <translation>أُنهيت العملية التي تقرؤه بـ {signal}</translation>
  </message>
  <message>
   <location filename="explorer/media/process.py" />
   <source>the process that read it was ended from outside, probably because memory ran out</source>
   <translation>أُنهيت العملية التي تقرؤه من الخارج، لنفاد الذاكرة على الأرجح</translation>
  </message>
  <message>
   <location filename="explorer/media/reading.py" />
   <source>no loaded plugin reads '{modality}'</source>
   <translation>لا إضافة محمّلة تقرأ «{modality}»</translation>
  </message>
  <message>
   <location filename="explorer/media/reading.py" />
   <source>there is nothing in it</source>
   <translation>لا شيء فيه</translation>
  </message>
  <message>
   <location filename="explorer/media/reading.py" />
   <source>there is nothing in it to search by</source>
   <translation>لا شيء فيه يُبحث به</translation>
  </message>
  <message>
   <location filename="explorer/media/trash.py" />
   <source>it cannot be moved to the trash ({reason})</source>
   <translation>تعذّر نقله إلى المهملات ({reason})</translation>
  </message>
  <message>
   <location filename="explorer/media/trash.py" />
   <source>it cannot be put back ({reason})</source>
   <translation>تعذّرت إعادته ({reason})</translation>
  </message>
  <message>
   <location filename="explorer/media/trash.py" />
   <source>it cannot be put back: another file is in its place now</source>
   <translation>تعذّرت إعادته: في مكانه الآن ملف آخر</translation>
  </message>
  <message>
   <location filename="explorer/media/trash.py" />
   <source>it cannot be put back: it is not in the trash any more</source>
   <translation>تعذّرت إعادته: لم يعد في المهملات</translation>
  </message>
  <message>
   <location filename="explorer/media/trash.py" />
   <source>its drive has no trash that you may write to</source>
   <translation>ليس لقرصه مهملات يُسمح لك بالكتابة فيها</translation>
  </message>
  <message>
   <location filename="explorer/media/trash.py" />
   <source>open the system's trash and restore it there, then look for changes (F5)</source>
   <translation>افتح مهملات النظام واستعده منها، ثم ابحث عن التغييرات (F5)</translation>
  </message>
  <message>
   <location filename="explorer/media/worker.py" />
   <source>the preparation for it cannot be loaded here: {reason}</source>
   <translation>تعذّر تحميل ما يُعدّه هنا: {reason}</translation>
  </message>
  <message>
   <location filename="explorer/store/failing.py" />
   <source>The collection in {folder} cannot be changed: its folder is read-only or not yours. Searching it works; to index, copy it.</source>
   <translation>لا يمكن تغيير المجموعة في {folder}: مجلدها للقراءة فقط أو ليس لك. البحث فيها ممكن؛ وللفهرسة انسخها.</translation>
  </message>
  <message>
   <location filename="explorer/store/failing.py" />
   <source>The collection in {folder} could not be written: {first}</source>
   <translation>تعذّرت كتابة المجموعة في {folder}: {first}</translation>
  </message>
  <message>
   <location filename="explorer/store/failing.py" />
   <source>The disk with {folder} is full. What was stored before is whole; make room and index again to go on.</source>
   <translation>القرص الذي عليه {folder} ممتلئ. ما خُزّن قبل ذلك سليم؛ أفسح مكانًا وافهرس من جديد للمتابعة.</translation>
  </message>
  <message>
   <location filename="explorer/store/folder.py" />
   <source>The collection in {folder} cannot be changed: its folder is read-only or not yours ({reason}). Searching it works; to index, copy it.</source>
   <translation>تعذّر تغيير المجموعة في {folder}: مجلدها للقراءة فقط أو ليس لك ({reason}). البحث فيها ممكن؛ وللفهرسة انسخها.</translation>
  </message>
  <message>
   <location filename="explorer/store/folder.py" />
   <source>The collection in {folder} cannot be changed: {reason}.</source>
   <translation>تعذّر تغيير المجموعة في {folder}: {reason}.</translation>
  </message>
  <message>
   <location filename="explorer/store/folder.py" />
   <source>The collection in {folder} has form {schema}, which this Explorer cannot bring up to date. Index its folders into a new collection.</source>
   <translation>صيغة المجموعة في {folder} هي {schema}، ولا يستطيع هذا الإصدار تحديثها. افهرس مجلداتها في مجموعة جديدة.</translation>
  </message>
  <message>
   <location filename="explorer/store/folder.py" />
   <source>The collection in {folder} is being written to by {who}. Wait until it is done or stop it; searching works meanwhile.</source>
   <translation>يكتب {who} الآن في المجموعة في {folder}. انتظر حتى ينتهي أو أوقفه؛ والبحث ممكن في الأثناء.</translation>
  </message>
  <message>
   <location filename="explorer/store/folder.py" />
   <source>The collection in {folder} was written by a newer Explorer (version {version} of its form, this Explorer knows {known}). Update Explorer to open it.</source>
   <translation>كتب المجموعة في {folder} إصدار أحدث من Explorer (الصيغة {version}، وهذا يعرف {known}). حدّث Explorer لفتحها.</translation>
  </message>
  <message>
   <location filename="explorer/store/folder.py" />
   <source>another process</source>
   <translation>عملية أخرى</translation>
  </message>
  <message>
   <location filename="explorer/store/folder.py" />
   <source>process {pid} (to {purpose}, since {since})</source>
   <translation>العملية {pid} ‏({purpose}، منذ {since})</translation>
  </message>
  <message>
   <location filename="explorer/store/folder.py" />
   <source>{file} is damaged ({reason}). Put it back from a backup, or index anew.</source>
   <translation>{file} تالف ({reason}). استعده من نسخة احتياطية أو افهرس من جديد.</translation>
  </message>
  <message>
   <location filename="explorer/store/folder.py" />
   <source>{file} is damaged: {reason}.</source>
   <translation>{file} تالف: {reason}.</translation>
  </message>
  <message>
   <location filename="explorer/store/folder.py" />
   <source>{file} is not the description of a collection.</source>
   <translation>{file} ليس وصف مجموعة.</translation>
  </message>
  <message>
   <location filename="explorer/store/folder.py" />
   <source>{folder} is not empty; choose another place or name.</source>
   <translation>{folder} ليس فارغًا؛ اختر مكانًا أو اسمًا آخر.</translation>
  </message>
  <message>
   <location filename="explorer/store/schema.py" />
   <source>'present' or 'removed'</source>
   <translation>'present' أو 'removed'</translation>
  </message>
  <message>
   <location filename="explorer/store/schema.py" />
   <source>0 to 5</source>
   <translation>من 0 إلى 5</translation>
  </message>
  <message>
   <location filename="explorer/store/schema.py" />
   <source>bytes</source>
   <translation>بايت</translation>
  </message>
  <message>
   <location filename="explorer/store/schema.py" />
   <source>list: array_has(cluster, 'dogs')</source>
   <translation>قائمة: array_has(cluster, 'dogs')</translation>
  </message>
  <message>
   <location filename="explorer/store/schema.py" />
   <source>list: array_has(tags, 'bird')</source>
   <translation>قائمة: array_has(tags, 'bird')</translation>
  </message>
  <message>
   <location filename="explorer/store/schema.py" />
   <source>pixels</source>
   <translation>بكسل</translation>
  </message>
  <message>
   <location filename="explorer/store/schema.py" />
   <source>seconds</source>
   <translation>ثوانٍ</translation>
  </message>
  <message>
   <location filename="explorer/store/schema.py" />
   <source>text, ISO 8601</source>
   <translation>نص، ISO 8601</translation>
  </message>
  <message>
   <location filename="explorer/store/schema.py" />
   <source>text, ISO 8601 in UTC</source>
   <translation>نص، ISO 8601 بتوقيت UTC</translation>
  </message>
  <message>
   <location filename="explorer/ui/additions.py" />
   <source>Add a folder</source>
   <translation>إضافة مجلد</translation>
  </message>
  <message>
   <location filename="explorer/ui/additions.py" />
   <source>Add files</source>
   <translation>إضافة ملفات</translation>
  </message>
  <message>
   <location filename="explorer/ui/additions.py" />
   <source>New collection</source>
   <translation>مجموعة جديدة</translation>
  </message>
  <message>
   <location filename="explorer/ui/additions.py" />
   <source>What shall it be called?</source>
   <translation>ماذا تُسمّى؟</translation>
  </message>
  <message>
   <location filename="explorer/ui/additions.py" />
   <source>{} files</source>
   <translation>{} ملفات</translation>
  </message>
  <message>
   <location filename="explorer/ui/command_palette.py" />
   <source>Command</source>
   <translation>أمر</translation>
  </message>
  <message>
   <location filename="explorer/ui/command_palette.py" />
   <source>Command palette</source>
   <translation>لوحة الأوامر</translation>
  </message>
  <message>
   <location filename="explorer/ui/command_palette.py" />
   <source>Matching commands</source>
   <translation>الأوامر المطابقة</translation>
  </message>
  <message>
   <location filename="explorer/ui/command_palette.py" />
   <source>No command is called that.</source>
   <translation>لا يوجد أمر بهذا الاسم.</translation>
  </message>
  <message>
   <location filename="explorer/ui/command_palette.py" />
   <source>Type a command or the name of a collection</source>
   <translation>اكتب أمرًا أو اسم مجموعة</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/collection.py" />
   <source>Files that failed…</source>
   <translation>الملفات التي تعذّرت…</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/collection.py" />
   <source>Follow changes</source>
   <translation>متابعة التغييرات</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/collection.py" />
   <source>Index its folders again: only what is new or changed is read.</source>
   <translation>فهرسة مجلداتها من جديد: لا يُقرأ إلا الجديد أو المتغيّر.</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/collection.py" />
   <source>Index whatever changes in its folders while the window is open.</source>
   <translation>يفهرس ما يتغيّر في مجلداتها ما دامت النافذة مفتوحة.</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/collection.py" />
   <source>Keep patches for words</source>
   <translation>حفظ الأجزاء للكلمات</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/collection.py" />
   <source>Look for changes</source>
   <translation>البحث عن تغييرات</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/collection.py" />
   <source>Then a word that you point at colours items by their best part, not as a whole.</source>
   <translation>عندئذٍ تُلوِّن الكلمة التي تشير إليها العناصر بحسب أفضل جزء منها، لا بحسب العنصر كله.</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/edit.py" />
   <source>Add to the selection what is as like it as its own items are.</source>
   <translation>يضيف إلى التحديد ما يشبهه بقدر ما تتشابه عناصره.</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/edit.py" />
   <source>Copy the path</source>
   <translation>نسخ المسار</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/edit.py" />
   <source>Invert the selection</source>
   <translation>عكس التحديد</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/edit.py" />
   <source>Rate {}</source>
   <translation>تقييم {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/edit.py" />
   <source>Redo</source>
   <translation>إعادة</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/edit.py" />
   <source>Redo: {}</source>
   <translation>إعادة: {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/edit.py" />
   <source>Select all</source>
   <translation>تحديد الكل</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/edit.py" />
   <source>Select nothing</source>
   <translation>إلغاء التحديد</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/edit.py" />
   <source>Select what is similar</source>
   <translation>تحديد المتشابه</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/edit.py" />
   <source>Tag…</source>
   <translation>وسم…</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/edit.py" />
   <source>Undo</source>
   <translation>تراجع</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/edit.py" />
   <source>Undo: {}</source>
   <translation>تراجع: {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/file.py" />
   <source>Add a folder…</source>
   <translation>إضافة مجلد…</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/file.py" />
   <source>Add files…</source>
   <translation>إضافة ملفات…</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/file.py" />
   <source>Another window</source>
   <translation>نافذة أخرى</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/file.py" />
   <source>Close the window</source>
   <translation>إغلاق النافذة</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/file.py" />
   <source>Export the hits…</source>
   <translation>تصدير النتائج…</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/file.py" />
   <source>Export the items…</source>
   <translation>تصدير العناصر…</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/file.py" />
   <source>Export the map…</source>
   <translation>تصدير الخريطة…</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/file.py" />
   <source>Index a folder into this collection; only what changed is read again.</source>
   <translation>يفهرس مجلدًا في هذه المجموعة؛ لا يُقرأ من جديد إلا ما تغيّر.</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/file.py" />
   <source>Keep collection, query, selection and layout under a name, and come back to them.</source>
   <translation>يحفظ المجموعة والاستعلام والتحديد والترتيب باسم لتعود إليها.</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/file.py" />
   <source>New collection…</source>
   <translation>مجموعة جديدة…</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/file.py" />
   <source>One more window on the same collection, query and selection.</source>
   <translation>نافذة أخرى على المجموعة والاستعلام والتحديد أنفسها.</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/file.py" />
   <source>Open the sample media</source>
   <translation>فتح الوسائط النموذجية</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/file.py" />
   <source>Quit</source>
   <translation>إنهاء</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/file.py" />
   <source>Save a picture of a view…</source>
   <translation>حفظ صورة لعرض…</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/file.py" />
   <source>Workspaces…</source>
   <translation>مساحات العمل…</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/file.py" />
   <source>Write items, facts, tags and notes as CSV or Parquet.</source>
   <translation>يكتب العناصر والحقائق والوسوم والملاحظات بصيغة CSV أو Parquet.</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/file.py" />
   <source>Write the map as a page that opens anywhere, a picture, a drawing or a table.</source>
   <translation>يكتب الخريطة صفحةً تُفتح في أي مكان أو صورةً أو رسمًا أو جدولًا.</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/file.py" />
   <source>Write the window, the map, the grid or a panel as PNG or SVG.</source>
   <translation>يكتب النافذة أو الخريطة أو الشبكة أو لوحة بصيغة PNG أو SVG.</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/file.py" />
   <source>Write what the grid shows, in its order, with scores, as CSV or Parquet.</source>
   <translation>يكتب ما تعرضه الشبكة بترتيبه وقيمه بصيغة CSV أو Parquet.</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/help.py" />
   <source>A short hint above the views, another one at each start.</source>
   <translation>تلميح قصير فوق العروض، وتلميح آخر عند كل تشغيل.</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/help.py" />
   <source>About Explorer</source>
   <translation>حول Explorer</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/help.py" />
   <source>All commands…</source>
   <translation>كل الأوامر…</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/help.py" />
   <source>Keys</source>
   <translation>المفاتيح</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/help.py" />
   <source>Plugins…</source>
   <translation>الإضافات…</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/help.py" />
   <source>Tips</source>
   <translation>تلميحات</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/map.py" />
   <source>Colour by closeness to the query</source>
   <translation>اللون حسب القرب من الاستعلام</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/map.py" />
   <source>Colour by folder</source>
   <translation>اللون حسب المجلد</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/map.py" />
   <source>Colour by group</source>
   <translation>اللون حسب التجمّع</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/map.py" />
   <source>Colour by kind</source>
   <translation>اللون حسب النوع</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/map.py" />
   <source>Colour by time taken</source>
   <translation>اللون حسب وقت الالتقاط</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/map.py" />
   <source>Colour by trust in the place</source>
   <translation>اللون حسب موثوقية الموضع</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/map.py" />
   <source>Fade what cannot be trusted</source>
   <translation>إبهات ما لا يوثق به</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/map.py" />
   <source>Lay the map out anew</source>
   <translation>إعادة رسم الخريطة</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/map.py" />
   <source>Lines of equal density</source>
   <translation>خطوط تساوي الكثافة</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/map.py" />
   <source>Lines to the true neighbours</source>
   <translation>خطوط إلى الجيران الحقيقيين</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/map.py" />
   <source>Move the map</source>
   <translation>تحريك الخريطة</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/map.py" />
   <source>Names of groups</source>
   <translation>أسماء التجمّعات</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/map.py" />
   <source>Outlines add to the selection</source>
   <translation>الحدود تضيف إلى التحديد</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/map.py" />
   <source>Outlines keep what is selected inside them</source>
   <translation>الحدود تبقي المحدد داخلها</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/map.py" />
   <source>Outlines make a new selection</source>
   <translation>الحدود تبدأ تحديدًا جديدًا</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/map.py" />
   <source>Outlines of groups</source>
   <translation>حدود التجمّعات</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/map.py" />
   <source>Outlines take away from the selection</source>
   <translation>الحدود تحذف من التحديد</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/map.py" />
   <source>Pictures on the map</source>
   <translation>صور على الخريطة</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/map.py" />
   <source>Select the group around this</source>
   <translation>تحديد التجمّع حول هذا</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/map.py" />
   <source>Select with a lasso</source>
   <translation>التحديد بالوهق</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/map.py" />
   <source>Select with a rectangle</source>
   <translation>التحديد بمستطيل</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/map.py" />
   <source>Show the whole map</source>
   <translation>عرض الخريطة كلها</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/map.py" />
   <source>The group whose outline is shown here; a click on its name does the same.</source>
   <translation>التجمّع الظاهرة حدوده هنا؛ والنقر على اسمه يفعل الشيء نفسه.</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/menus.py" />
   <source>&amp;Collection</source>
   <translation>&amp;المجموعة</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/menus.py" />
   <source>&amp;Edit</source>
   <translation>&amp;تحرير</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/menus.py" />
   <source>&amp;File</source>
   <translation>&amp;ملف</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/menus.py" />
   <source>&amp;Help</source>
   <translation>م&amp;ساعدة</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/menus.py" />
   <source>&amp;Map</source>
   <translation>&amp;خريطة</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/menus.py" />
   <source>&amp;Search</source>
   <translation>&amp;بحث</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/menus.py" />
   <source>&amp;View</source>
   <translation>&amp;عرض</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/menus.py" />
   <source>Collection</source>
   <translation>المجموعة</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/search.py" />
   <source>Clear query and filters</source>
   <translation>مسح الاستعلام والمرشحات</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/search.py" />
   <source>Dislike: less of this</source>
   <translation>لا يعجبني: أقل من هذا</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/search.py" />
   <source>Filter by a condition</source>
   <translation>ترشيح بشرط</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/search.py" />
   <source>Keep as a concept…</source>
   <translation>حفظ كمفهوم…</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/search.py" />
   <source>Keep the query with its filters under a name.</source>
   <translation>حفظ الاستعلام مع مرشحاته باسم.</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/search.py" />
   <source>Keep what the query asks for, to ask with it again.</source>
   <translation>حفظ ما يسأل عنه الاستعلام للسؤال به من جديد.</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/search.py" />
   <source>Like: more of this</source>
   <translation>يعجبني: المزيد من هذا</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/search.py" />
   <source>More like this</source>
   <translation>المزيد مثل هذا</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/search.py" />
   <source>Queries asked before</source>
   <translation>استعلامات سابقة</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/search.py" />
   <source>Refine the query away from what is selected.</source>
   <translation>تنقيح الاستعلام بعيدًا عن المحدد.</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/search.py" />
   <source>Refine the query by what is selected.</source>
   <translation>تنقيح الاستعلام بالمحدد.</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/search.py" />
   <source>Save the search…</source>
   <translation>حفظ البحث…</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/search.py" />
   <source>Search</source>
   <translation>بحث</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/search.py" />
   <source>Show the best hit at each step from one part of the query to the other.</source>
   <translation>عرض أفضل نتيجة عند كل خطوة من جزء الاستعلام إلى الآخر.</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/search.py" />
   <source>Sweep between two parts</source>
   <translation>الانتقال بين جزأين</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/view.py" />
   <source>Collections and filters</source>
   <translation>المجموعات والمرشحات</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/view.py" />
   <source>Colours of the system</source>
   <translation>ألوان النظام</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/view.py" />
   <source>Dark</source>
   <translation>داكن</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/view.py" />
   <source>Full screen</source>
   <translation>ملء الشاشة</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/view.py" />
   <source>Grid</source>
   <translation>الشبكة</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/view.py" />
   <source>Inspector</source>
   <translation>المفتش</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/view.py" />
   <source>Language of the system</source>
   <translation>لغة النظام</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/view.py" />
   <source>Less motion</source>
   <translation>حركة أقل</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/view.py" />
   <source>Light</source>
   <translation>فاتح</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/view.py" />
   <source>Map</source>
   <translation>الخريطة</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/view.py" />
   <source>Map and grid</source>
   <translation>الخريطة والشبكة</translation>
  </message>
  <message>
   <location filename="explorer/ui/commands/view.py" />
   <source>Nothing glides or fades.</source>
   <translation>لا شيء ينزلق أو يتلاشى.</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/agreement_page.py" />
   <source>Colour the map as before</source>
   <translation>تلوين الخريطة كما كانت</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/agreement_page.py" />
   <source>Colour the map by disagreement</source>
   <translation>تلوين الخريطة حسب الاختلاف</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/agreement_page.py" />
   <source>Items in both</source>
   <translation>عناصر في كليهما</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/agreement_page.py" />
   <source>Light on the map where the two spaces give an item other neighbours</source>
   <translation>مضيء على الخريطة حيث يعطي الفضاءان للعنصر جيرانًا مختلفين</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/agreement_page.py" />
   <source>Linear centred kernel alignment, 0 to 1 (Kornblith et al. 2019)</source>
   <translation>محاذاة النواة الخطية الممركزة، من 0 إلى 1 (Kornblith وآخرون 2019)</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/agreement_page.py" />
   <source>Mean share of the ten nearest that both spaces give an item</source>
   <translation>متوسط نسبة أقرب عشرة يعطيها الفضاءان معًا للعنصر</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/agreement_page.py" />
   <source>Neighbours in common</source>
   <translation>جيران مشتركون</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/agreement_page.py" />
   <source>Same layout (CKA)</source>
   <translation>الترتيب نفسه (CKA)</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/agreement_page.py" />
   <source>Same layout, unbiased</source>
   <translation>الترتيب نفسه، دون انحياز</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/agreement_page.py" />
   <source>The unbiased estimate: about nought for unrelated spaces</source>
   <translation>التقدير غير المنحاز: نحو صفر لفضاءين لا صلة بينهما</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/agreement_page.py" />
   <source>Two strangers would have</source>
   <translation>لو كانا غريبين لكان</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/agreement_page.py" />
   <source>What spaces that know nothing of each other would share</source>
   <translation>ما كان سيشترك فيه فضاءان لا يعرف أحدهما الآخر</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/agreement_page.py" />
   <source>{space} knows {count} of them by their names alone.</source>
   <translation>يعرف {space} منها {count} بأسمائها فقط.</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/charts.py" />
   <source>% of a kind</source>
   <translation>% من النوع</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/charts.py" />
   <source>Items by neighbours in common: {}</source>
   <translation>العناصر حسب الجيران المشتركين: {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/charts.py" />
   <source>The two kinds along the line between their centres</source>
   <translation>النوعان على الخط بين مركزيهما</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/charts.py" />
   <source>along the gap</source>
   <translation>على طول الفجوة</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/charts.py" />
   <source>along the gap; dashed: as it is</source>
   <translation>على طول الفجوة؛ المتقطع: كما هو الآن</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/charts.py" />
   <source>by chance</source>
   <translation>بالمصادفة</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/charts.py" />
   <source>items</source>
   <translation>عناصر</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/charts.py" />
   <source>neighbours in common, of {}</source>
   <translation>جيران مشتركون من {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/emptiness.py" />
   <source>' and '</source>
   <translation>' و'</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/emptiness.py" />
   <source>Add another: explorer spaces add FOLDER, then compare the two here.</source>
   <translation>أضف آخر: explorer spaces add FOLDER، ثم قارن الاثنين هنا.</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/emptiness.py" />
   <source>Asking both spaces</source>
   <translation>جارٍ سؤال الفضاءين</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/emptiness.py" />
   <source>Compare the two spaces</source>
   <translation>مقارنة الفضاءين</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/emptiness.py" />
   <source>Comparing every item's neighbours</source>
   <translation>جارٍ مقارنة جيران كل عنصر</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/emptiness.py" />
   <source>Embed with '{}'</source>
   <translation>التضمين بـ «{}»</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/emptiness.py" />
   <source>Embedding the collection with it goes on in the background; search works meanwhile.</source>
   <translation>يجري تضمين المجموعة به في الخلفية؛ والبحث يعمل في الأثناء.</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/emptiness.py" />
   <source>It cannot be ranked</source>
   <translation>لا يمكن ترتيبه</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/emptiness.py" />
   <source>Looking which spaces there are</source>
   <translation>جارٍ النظر في الفضاءات الموجودة</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/emptiness.py" />
   <source>No vectors in '{}' yet</source>
   <translation>لا متجهات في «{}» بعد</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/emptiness.py" />
   <source>Not compared yet</source>
   <translation>لم يُقارن بعد</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/emptiness.py" />
   <source>Nothing asked yet</source>
   <translation>لم يُسأل شيء بعد</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/emptiness.py" />
   <source>Open a collection</source>
   <translation>افتح مجموعة</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/emptiness.py" />
   <source>Then two spaces can be compared.</source>
   <translation>عندئذ يمكن مقارنة فضاءين.</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/emptiness.py" />
   <source>There is one space only</source>
   <translation>لا يوجد إلا فضاء واحد</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/emptiness.py" />
   <source>They cannot be compared</source>
   <translation>لا يمكن مقارنتهما</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/emptiness.py" />
   <source>Try again</source>
   <translation>المحاولة مرة أخرى</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/emptiness.py" />
   <source>Type a query, or look at an item: what is like it is ranked in both.</source>
   <translation>اكتب استعلامًا أو انظر إلى عنصر: يُرتَّب ما يشبهه في كليهما.</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/emptiness.py" />
   <source>Type words in the query bar: the words nearest to them are ranked here.</source>
   <translation>اكتب كلمات في حقل البحث: تُرتَّب هنا أقرب الكلمات إليها.</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/exporting.py" />
   <source>Export {}</source>
   <translation>تصدير {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/exporting.py" />
   <source>Written: {}</source>
   <translation>كُتب: {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/exporting.py" />
   <source>{} cannot be written.</source>
   <translation>تتعذّر كتابة {}.</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/gap_page.py" />
   <source>Alignment</source>
   <translation>المحاذاة</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/gap_page.py" />
   <source>Apply to search</source>
   <translation>تطبيق على البحث</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/gap_page.py" />
   <source>By one threshold along the gap: 50 % is no gap</source>
   <translation>بعتبة واحدة على طول الفجوة: 50 % تعني لا فجوة</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/gap_page.py" />
   <source>Correction</source>
   <translation>التصحيح</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/gap_page.py" />
   <source>Distance of the two centres, 0 to 2</source>
   <translation>المسافة بين المركزين، من 0 إلى 2</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/gap_page.py" />
   <source>Gap</source>
   <translation>الفجوة</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/gap_page.py" />
   <source>How evenly the sphere is filled; less is better (Wang &amp; Isola 2020)</source>
   <translation>مدى تساوي امتلاء الكرة؛ الأقل أفضل (Wang &amp; Isola 2020)</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/gap_page.py" />
   <source>In use: {}.</source>
   <translation>قيد الاستعمال: {}.</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/gap_page.py" />
   <source>Kinds told apart</source>
   <translation>تمييز النوعين</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/gap_page.py" />
   <source>Labelled pairs</source>
   <translation>أزواج معنونة</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/gap_page.py" />
   <source>Labelled pairs: a table with the columns a and b</source>
   <translation>أزواج معنونة: جدول بالعمودين a وb</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/gap_page.py" />
   <source>Mean squared distance of what belongs together; less is better</source>
   <translation>متوسط مربع المسافة بين المتلازمين؛ الأقل أفضل</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/gap_page.py" />
   <source>On pairs it was not fitted on: R@1 {change} points ({low} to {high}): {verdict}. Gap {before} → {after}.</source>
   <translation>على أزواج لم تُضبط عليها: R@1 {change} نقاط ({low} إلى {high}): {verdict}. الفجوة {before} ← {after}.</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/gap_page.py" />
   <source>Pairs from a file…</source>
   <translation>أزواج من ملف…</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/gap_page.py" />
   <source>Pairs: items and their names</source>
   <translation>أزواج: العناصر وأسماؤها</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/gap_page.py" />
   <source>Pairs: {}</source>
   <translation>أزواج: {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/gap_page.py" />
   <source>Scoring both spaces…</source>
   <translation>جارٍ تقييم الفضاءين…</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/gap_page.py" />
   <source>Search with the vectors as they were encoded again</source>
   <translation>العودة إلى البحث بالمتجهات كما رُمّزت</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/gap_page.py" />
   <source>Share with a right answer among the first</source>
   <translation>نسبة ما له إجابة صحيحة بين الأوائل</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/gap_page.py" />
   <source>Space to correct</source>
   <translation>الفضاء المراد تصحيحه</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/gap_page.py" />
   <source>Take back</source>
   <translation>استرجاع</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/gap_page.py" />
   <source>Trying the correction…</source>
   <translation>جارٍ تجريب التصحيح…</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/gap_page.py" />
   <source>Uniformity, {}</source>
   <translation>الانتظام، {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/gap_page.py" />
   <source>What belongs together: the scores are told from these</source>
   <translation>ما يتلازم: منه تُحسب القيم</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/gap_page.py" />
   <source>better</source>
   <translation>أفضل</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/gap_page.py" />
   <source>clip</source>
   <translation>مقطع</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/gap_page.py" />
   <source>no change beyond chance</source>
   <translation>لا تغيّر يتجاوز المصادفة</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/gap_page.py" />
   <source>words</source>
   <translation>كلمات</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/gap_page.py" />
   <source>worse</source>
   <translation>أسوأ</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/gap_page.py" />
   <source>{} pairs; R@1: share with the right one first.</source>
   <translation>{} أزواج؛ R@1: نسبة ما كان الصحيح فيه أولًا.</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/gap_page.py" />
   <source>{} to {}, R@{}</source>
   <translation>{} إلى {}، R@{}</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/pair_list.py" />
   <source>{space}: closer than {share} % of pairs (cosine {cosine})</source>
   <translation>{space}: أقرب من {share} % من الأزواج (جيب التمام {cosine})</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/panel.py" />
   <source>Agreement</source>
   <translation>الاتفاق</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/panel.py" />
   <source>Common words</source>
   <translation>كلمات شائعة</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/panel.py" />
   <source>Compare spaces</source>
   <translation>مقارنة الفضاءات</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/panel.py" />
   <source>Comparisons</source>
   <translation>المقارنات</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/panel.py" />
   <source>Disputed pairs</source>
   <translation>أزواج مختلف فيها</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/panel.py" />
   <source>Export the comparison</source>
   <translation>تصدير المقارنة</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/panel.py" />
   <source>Export the comparison of spaces…</source>
   <translation>تصدير مقارنة الفضاءات…</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/panel.py" />
   <source>Export what is shown as PNG, CSV or HTML</source>
   <translation>تصدير المعروض بصيغة PNG أو CSV أو HTML</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/panel.py" />
   <source>First space</source>
   <translation>الفضاء الأول</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/panel.py" />
   <source>Items of the collection</source>
   <translation>عناصر المجموعة</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/panel.py" />
   <source>Rank the items, or the words nearest to the query</source>
   <translation>ترتيب العناصر أو أقرب الكلمات إلى الاستعلام</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/panel.py" />
   <source>Ranks</source>
   <translation>الرتب</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/panel.py" />
   <source>Scores and gap</source>
   <translation>القيم والفجوة</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/panel.py" />
   <source>Second space</source>
   <translation>الفضاء الثاني</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/panel.py" />
   <source>Swap the two spaces</source>
   <translation>تبديل الفضاءين</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/panel.py" />
   <source>The collection has no vectors of it yet</source>
   <translation>ليس للمجموعة متجهات منه بعد</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/panel.py" />
   <source>The same in {a}, not in {b}</source>
   <translation>متماثل في {a} لا في {b}</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/panel.py" />
   <source>What is ranked</source>
   <translation>ما يُرتَّب</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/panel.py" />
   <source>Write ranks, figures and pairs as PNG, CSV or HTML.</source>
   <translation>كتابة الرتب والأرقام والأزواج بصيغة PNG أو CSV أو HTML.</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/rank_chart.py" />
   <source>Ranks of “{asked}” in {a} and {b}: {told}</source>
   <translation>رتب «{asked}» في {a} و{b}: {told}</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/rank_chart.py" />
   <source>farther</source>
   <translation>أبعد</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/rank_chart.py" />
   <source>nearer in {}</source>
   <translation>أقرب في {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/rank_chart.py" />
   <source>not ranked</source>
   <translation>غير مرتّب</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/rank_chart.py" />
   <source>the same rank</source>
   <translation>الرتبة نفسها</translation>
  </message>
  <message>
   <location filename="explorer/ui/compare/rank_chart.py" />
   <source>{space}: {rank} of {count}</source>
   <translation>{space}: {rank} من {count}</translation>
  </message>
  <message>
   <location filename="explorer/ui/contribution_bars.py" />
   <source>What each term adds: {}</source>
   <translation>ما يضيفه كل جزء: {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/correction_words.py" />
   <source>Each kind by half the gap (Liang et al. 2022)</source>
   <translation>كل نوع بنصف الفجوة (Liang وآخرون 2022)</translation>
  </message>
  <message>
   <location filename="explorer/ui/correction_words.py" />
   <source>Every direction gets the same spread (Su et al. 2021)</source>
   <translation>لكل اتجاه الانتشار نفسه (Su وآخرون 2021)</translation>
  </message>
  <message>
   <location filename="explorer/ui/correction_words.py" />
   <source>Move both kinds together</source>
   <translation>تقريب النوعين</translation>
  </message>
  <message>
   <location filename="explorer/ui/correction_words.py" />
   <source>Mu &amp; Viswanath 2018</source>
   <translation>Mu &amp; Viswanath 2018</translation>
  </message>
  <message>
   <location filename="explorer/ui/correction_words.py" />
   <source>Take away each kind's mean</source>
   <translation>طرح متوسط كل نوع</translation>
  </message>
  <message>
   <location filename="explorer/ui/correction_words.py" />
   <source>Whiten each kind</source>
   <translation>تبييض كل نوع</translation>
  </message>
  <message>
   <location filename="explorer/ui/dialogs.py" />
   <source>Add</source>
   <translation>إضافة</translation>
  </message>
  <message>
   <location filename="explorer/ui/dialogs.py" />
   <source>Add to “{}”</source>
   <translation>إضافة إلى «{}»</translation>
  </message>
  <message>
   <location filename="explorer/ui/dialogs.py" />
   <source>Ctrl + Enter</source>
   <translation>Ctrl + Enter</translation>
  </message>
  <message>
   <location filename="explorer/ui/dialogs.py" />
   <source>Ctrl ← ↑ → ↓   Ctrl + Space</source>
   <translation>Ctrl ← ↑ → ↓   Ctrl + Space</translation>
  </message>
  <message>
   <location filename="explorer/ui/dialogs.py" />
   <source>Delete</source>
   <translation>Delete</translation>
  </message>
  <message>
   <location filename="explorer/ui/dialogs.py" />
   <source>Duplicates: keep this one alone, keep or let go</source>
   <translation>النسخ: إبقاء هذه وحدها، إبقاء أو ترك</translation>
  </message>
  <message>
   <location filename="explorer/ui/dialogs.py" />
   <source>Each of these cost one file and nothing else. Mend it and try again.</source>
   <translation>كل واحد منها كلّف ملفًا واحدًا لا غير. أصلحه وحاول مرة أخرى.</translation>
  </message>
  <message>
   <location filename="explorer/ui/dialogs.py" />
   <source>File</source>
   <translation>الملف</translation>
  </message>
  <message>
   <location filename="explorer/ui/dialogs.py" />
   <source>Files that failed</source>
   <translation>الملفات التي تعذّرت</translation>
  </message>
  <message>
   <location filename="explorer/ui/dialogs.py" />
   <source>Grid: first, last, a page on</source>
   <translation>الشبكة: الأول، الأخير، صفحة تالية</translation>
  </message>
  <message>
   <location filename="explorer/ui/dialogs.py" />
   <source>Grid: fold a group, all groups</source>
   <translation>الشبكة: طيّ مجموعة أو كل المجموعات</translation>
  </message>
  <message>
   <location filename="explorer/ui/dialogs.py" />
   <source>Grid: move without selecting, then add one</source>
   <translation>الشبكة: التحرك دون تحديد ثم إضافة واحد</translation>
  </message>
  <message>
   <location filename="explorer/ui/dialogs.py" />
   <source>Grid: move, extend the selection</source>
   <translation>الشبكة: التحرك وتوسيع التحديد</translation>
  </message>
  <message>
   <location filename="explorer/ui/dialogs.py" />
   <source>Grid: squares or list</source>
   <translation>الشبكة: مربعات أو قائمة</translation>
  </message>
  <message>
   <location filename="explorer/ui/dialogs.py" />
   <source>Home   End   Page down</source>
   <translation>Home   End   Page down</translation>
  </message>
  <message>
   <location filename="explorer/ui/dialogs.py" />
   <source>Look at it large</source>
   <translation>عرضه كبيرًا</translation>
  </message>
  <message>
   <location filename="explorer/ui/dialogs.py" />
   <source>Map: lasso, and add to the selection</source>
   <translation>الخريطة: وهق، مع الإضافة إلى التحديد</translation>
  </message>
  <message>
   <location filename="explorer/ui/dialogs.py" />
   <source>Map: move, zoom, show everything</source>
   <translation>الخريطة: تحريك وتكبير وعرض الكل</translation>
  </message>
  <message>
   <location filename="explorer/ui/dialogs.py" />
   <source>Map: to the next point in a direction</source>
   <translation>الخريطة: إلى أقرب نقطة في اتجاه ما</translation>
  </message>
  <message>
   <location filename="explorer/ui/dialogs.py" />
   <source>Move to the system's trash</source>
   <translation>النقل إلى سلة مهملات النظام</translation>
  </message>
  <message>
   <location filename="explorer/ui/dialogs.py" />
   <source>New collection “{}”</source>
   <translation>مجموعة جديدة «{}»</translation>
  </message>
  <message>
   <location filename="explorer/ui/dialogs.py" />
   <source>Nothing failed: every file that was found is in the collection.</source>
   <translation>لم يتعذّر شيء: كل ملف عُثر عليه موجود في المجموعة.</translation>
  </message>
  <message>
   <location filename="explorer/ui/dialogs.py" />
   <source>Nothing leaves this machine unless you ask.</source>
   <translation>لا شيء يغادر هذا الجهاز إلا بطلبك.</translation>
  </message>
  <message>
   <location filename="explorer/ui/dialogs.py" />
   <source>Open with its program</source>
   <translation>الفتح ببرنامجه</translation>
  </message>
  <message>
   <location filename="explorer/ui/dialogs.py" />
   <source>Plugins</source>
   <translation>الإضافات</translation>
  </message>
  <message>
   <location filename="explorer/ui/dialogs.py" />
   <source>Plugins are programs: they can do what you can do. Switch on only those you trust.</source>
   <translation>الإضافات برامج: تستطيع كل ما تستطيعه أنت. لا تشغّل إلا ما تثق به.</translation>
  </message>
  <message>
   <location filename="explorer/ui/dialogs.py" />
   <source>Rate</source>
   <translation>تقييم</translation>
  </message>
  <message>
   <location filename="explorer/ui/dialogs.py" />
   <source>Reason</source>
   <translation>السبب</translation>
  </message>
  <message>
   <location filename="explorer/ui/dialogs.py" />
   <source>See what aligned multimodal encoders see in your own media.</source>
   <translation>انظر ما تراه المرمِّزات متعددة الوسائط في وسائطك أنت.</translation>
  </message>
  <message>
   <location filename="explorer/ui/dialogs.py" />
   <source>Shift + drag</source>
   <translation>Shift + سحب</translation>
  </message>
  <message>
   <location filename="explorer/ui/dialogs.py" />
   <source>Space   Enter</source>
   <translation>Space   Enter</translation>
  </message>
  <message>
   <location filename="explorer/ui/dialogs.py" />
   <source>Version {}. Apache-2.0.</source>
   <translation>الإصدار {}. Apache-2.0.</translation>
  </message>
  <message>
   <location filename="explorer/ui/dialogs.py" />
   <source>Where shall {} go?</source>
   <translation>إلى أين يذهب {}؟</translation>
  </message>
  <message>
   <location filename="explorer/ui/dialogs.py" />
   <source>Write as CSV</source>
   <translation>الكتابة بصيغة CSV</translation>
  </message>
  <message>
   <location filename="explorer/ui/dialogs.py" />
   <source>Write as CSV…</source>
   <translation>الكتابة بصيغة CSV…</translation>
  </message>
  <message>
   <location filename="explorer/ui/dialogs.py" />
   <source>{} cannot be written: {}.</source>
   <translation>تتعذّر كتابة {}: {}.</translation>
  </message>
  <message>
   <location filename="explorer/ui/dialogs.py" />
   <source>← ↑ → ↓   with Shift</source>
   <translation>← ↑ → ↓   مع Shift</translation>
  </message>
  <message>
   <location filename="explorer/ui/docks.py" />
   <source>Panels on this side</source>
   <translation>اللوحات في هذا الجانب</translation>
  </message>
  <message>
   <location filename="explorer/ui/docks.py" />
   <source>Show or hide this panel.</source>
   <translation>إظهار هذه اللوحة أو إخفاؤها.</translation>
  </message>
  <message>
   <location filename="explorer/ui/duplicates/field.py" />
   <source>Kept</source>
   <translation>تبقى</translation>
  </message>
  <message>
   <location filename="explorer/ui/duplicates/field.py" />
   <source>Nearly the same</source>
   <translation>متطابقة تقريبًا</translation>
  </message>
  <message>
   <location filename="explorer/ui/duplicates/field.py" />
   <source>Same content</source>
   <translation>المحتوى نفسه</translation>
  </message>
  <message>
   <location filename="explorer/ui/duplicates/field.py" />
   <source>To the trash</source>
   <translation>إلى المهملات</translation>
  </message>
  <message>
   <location filename="explorer/ui/duplicates/field.py" />
   <source>{} % alike</source>
   <translation>تشابه {} %</translation>
  </message>
  <message>
   <location filename="explorer/ui/duplicates/field.py" />
   <source>{}, {} to free</source>
   <translation>{}، يتحرر {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/duplicates/panel.py" />
   <source>Also pictures that were scaled, saved anew or retouched</source>
   <translation>وكذلك الصور التي غُيّر حجمها أو أعيد حفظها أو نُقّحت</translation>
  </message>
  <message>
   <location filename="explorer/ui/duplicates/panel.py" />
   <source>Copies</source>
   <translation>نسخ</translation>
  </message>
  <message>
   <location filename="explorer/ui/duplicates/panel.py" />
   <source>Duplicates</source>
   <translation>التكرارات</translation>
  </message>
  <message>
   <location filename="explorer/ui/duplicates/panel.py" />
   <source>Files with the same content, and pictures that were scaled or saved anew. Nothing is deleted: what you do not keep goes to the system's trash.</source>
   <translation>ملفات بالمحتوى نفسه، وصور غُيّر حجمها أو أعيد حفظها. لا يُحذف شيء: ما لا تبقيه يذهب إلى سلة مهملات النظام.</translation>
  </message>
  <message>
   <location filename="explorer/ui/duplicates/panel.py" />
   <source>Find duplicates</source>
   <translation>البحث عن التكرارات</translation>
  </message>
  <message>
   <location filename="explorer/ui/duplicates/panel.py" />
   <source>Goes to the trash. K keeps it alone, X keeps it as well.</source>
   <translation>تذهب إلى المهملات. K يبقيها وحدها، وX يبقيها أيضًا.</translation>
  </message>
  <message>
   <location filename="explorer/ui/duplicates/panel.py" />
   <source>How alike near copies are at least</source>
   <translation>أدنى تشابه للنسخ القريبة</translation>
  </message>
  <message>
   <location filename="explorer/ui/duplicates/panel.py" />
   <source>How alike near copies are at least: the share of light and dark edges in both</source>
   <translation>أدنى تشابه للنسخ القريبة: نسبة حواف الضوء والظل المشتركة بينهما</translation>
  </message>
  <message>
   <location filename="explorer/ui/duplicates/panel.py" />
   <source>Keep the largest</source>
   <translation>إبقاء الأكبر</translation>
  </message>
  <message>
   <location filename="explorer/ui/duplicates/panel.py" />
   <source>Keep the newest</source>
   <translation>إبقاء الأحدث</translation>
  </message>
  <message>
   <location filename="explorer/ui/duplicates/panel.py" />
   <source>Keep the oldest</source>
   <translation>إبقاء الأقدم</translation>
  </message>
  <message>
   <location filename="explorer/ui/duplicates/panel.py" />
   <source>Keep the tagged, then the largest</source>
   <translation>إبقاء الموسوم ثم الأكبر</translation>
  </message>
  <message>
   <location filename="explorer/ui/duplicates/panel.py" />
   <source>Keep the tagged, then the oldest</source>
   <translation>إبقاء الموسوم ثم الأقدم</translation>
  </message>
  <message>
   <location filename="explorer/ui/duplicates/panel.py" />
   <source>Kept. X lets it go.</source>
   <translation>تبقى. X يتركها.</translation>
  </message>
  <message>
   <location filename="explorer/ui/duplicates/panel.py" />
   <source>Look for copies</source>
   <translation>البحث عن نسخ</translation>
  </message>
  <message>
   <location filename="explorer/ui/duplicates/panel.py" />
   <source>Looking for copies</source>
   <translation>جارٍ البحث عن نسخ</translation>
  </message>
  <message>
   <location filename="explorer/ui/duplicates/panel.py" />
   <source>Move {} to the trash</source>
   <translation>نقل {} إلى المهملات</translation>
  </message>
  <message>
   <location filename="explorer/ui/duplicates/panel.py" />
   <source>Near copies</source>
   <translation>نسخ قريبة</translation>
  </message>
  <message>
   <location filename="explorer/ui/duplicates/panel.py" />
   <source>No copies</source>
   <translation>لا نسخ</translation>
  </message>
  <message>
   <location filename="explorer/ui/duplicates/panel.py" />
   <source>No two files are alike enough. Move the slider to the left to see less alike.</source>
   <translation>لا ملفين متشابهين بما يكفي. حرّك المنزلق إلى اليسار لترى الأقل تشابهًا.</translation>
  </message>
  <message>
   <location filename="explorer/ui/duplicates/panel.py" />
   <source>No two files have the same content.</source>
   <translation>لا ملفين بالمحتوى نفسه.</translation>
  </message>
  <message>
   <location filename="explorer/ui/duplicates/panel.py" />
   <source>One of the copies has to be kept: choose another one first (K).</source>
   <translation>يجب أن تبقى إحدى النسخ: اختر أولًا غيرها (K).</translation>
  </message>
  <message>
   <location filename="explorer/ui/duplicates/panel.py" />
   <source>Pictures that lie close together are compared point by point.</source>
   <translation>تُقارن الصور المتجاورة نقطة بنقطة.</translation>
  </message>
  <message>
   <location filename="explorer/ui/duplicates/panel.py" />
   <source>Stop looking</source>
   <translation>إيقاف البحث</translation>
  </message>
  <message>
   <location filename="explorer/ui/duplicates/panel.py" />
   <source>The system keeps them; undo puts them back</source>
   <translation>يحتفظ بها النظام؛ والتراجع يعيدها</translation>
  </message>
  <message>
   <location filename="explorer/ui/duplicates/panel.py" />
   <source>Which copy is kept</source>
   <translation>أي نسخة تبقى</translation>
  </message>
  <message>
   <location filename="explorer/ui/duplicates/panel.py" />
   <source>Which copy is proposed to be kept</source>
   <translation>أي نسخة يُقترح إبقاؤها</translation>
  </message>
  <message>
   <location filename="explorer/ui/duplicates/panel.py" />
   <source>at least {} % alike</source>
   <translation>تشابه {} % على الأقل</translation>
  </message>
  <message>
   <location filename="explorer/ui/duplicates/panel.py" />
   <source>{} groups of copies; {} files could go, {} in all. K keeps, X lets go.</source>
   <translation>{} مجموعات من النسخ؛ يمكن أن يذهب {} ملفًا، {} في المجموع. K يبقي وX يترك.</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/controls.py" />
   <source>Beside it</source>
   <translation>بجانبه</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/controls.py" />
   <source>Method</source>
   <translation>الطريقة</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/controls.py" />
   <source>Nothing beside</source>
   <translation>لا شيء بجانبه</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/controls.py" />
   <source>Opacity</source>
   <translation>العتامة</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/controls.py" />
   <source>Opacity of the heat</source>
   <translation>عتامة الحرارة</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/controls.py" />
   <source>Show the true grid: one square for each patch</source>
   <translation>إظهار الشبكة الحقيقية: مربع لكل رقعة</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/controls.py" />
   <source>Space “{}”</source>
   <translation>الفضاء «{}»</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/controls.py" />
   <source>Threshold</source>
   <translation>العتبة</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/controls.py" />
   <source>Threshold: hide what is below this</source>
   <translation>العتبة: إخفاء ما دونها</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/controls.py" />
   <source>True grid</source>
   <translation>الشبكة الحقيقية</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/controls.py" />
   <source>the most faithful here</source>
   <translation>الأصدق هنا</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/emptiness.py" />
   <source>Click a picture to ask this of it.</source>
   <translation>انقر صورة لتسألها هذا.</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/emptiness.py" />
   <source>Explain by {}</source>
   <translation>الشرح بطريقة {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/emptiness.py" />
   <source>Listening</source>
   <translation>جارٍ الاستماع</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/emptiness.py" />
   <source>No words in it</source>
   <translation>لا كلمات فيه</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/emptiness.py" />
   <source>Nothing to explain yet</source>
   <translation>لا شيء يُشرح بعد</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/emptiness.py" />
   <source>Search by words, then click a hit: here you see which word met which part of it.</source>
   <translation>ابحث بالكلمات ثم انقر نتيجة: هنا ترى أي كلمة لاقت أي جزء منها.</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/emptiness.py" />
   <source>Suggest some</source>
   <translation>اقتراح بعضها</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/emptiness.py" />
   <source>The query has none. Type a word or a sentence above to see where it is.</source>
   <translation>ليس في الاستعلام شيء منها. اكتب أعلاه كلمة أو جملة لترى مكانها.</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/emptiness.py" />
   <source>The words that are said in the query are being heard…</source>
   <translation>يجري سماع الكلمات المنطوقة في الاستعلام…</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/emptiness.py" />
   <source>There is nothing in this item to compare with.</source>
   <translation>ليس في هذا العنصر ما يُقارن به.</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/emptiness.py" />
   <source>This cannot be explained</source>
   <translation>لا يمكن شرح هذا</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/emptiness.py" />
   <source>This is for pictures</source>
   <translation>هذا للصور</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/emptiness.py" />
   <source>Type words</source>
   <translation>اكتب كلمات</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/emptiness.py" />
   <source>Which words?</source>
   <translation>أي كلمات؟</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/exporting.py" />
   <source>A page holds {}; the rest is left out.</source>
   <translation>تتسع الصفحة لـ {}؛ ويُترك الباقي.</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/exporting.py" />
   <source>Explain {} items</source>
   <translation>شرح {} عناصر</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/exporting.py" />
   <source>Save masks of {}</source>
   <translation>حفظ أقنعة {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/exporting.py" />
   <source>{} are not on it: {}</source>
   <translation>{} ليست عليها: {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/exporting.py" />
   <source>{} masks written to {}</source>
   <translation>كُتب {} قناعًا إلى {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/exporting.py" />
   <source>{} pictures explained in {}.</source>
   <translation>شُرحت {} صورة في {}.</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/heat_scale.py" />
   <source>Colour scale from 0 to {}</source>
   <translation>مقياس الألوان من 0 إلى {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/heat_scale.py" />
   <source>One colour range for all words of the picture.</source>
   <translation>مدى لوني واحد لكل كلمات الصورة.</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/heat_view.py" />
   <source>Picture with the heat of a word</source>
   <translation>الصورة مع حرارة كلمة</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/methods_page.py" />
   <source>Believed</source>
   <translation>موثوقة</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/methods_page.py" />
   <source>Compare all methods</source>
   <translation>مقارنة كل الطرق</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/methods_page.py" />
   <source>Del.</source>
   <translation>حذف</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/methods_page.py" />
   <source>Each is tried on this picture and judged; that takes a minute or less.</source>
   <translation>تُجرَّب كل واحدة على هذه الصورة وتُقيَّم؛ يستغرق ذلك دقيقة أو أقل.</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/methods_page.py" />
   <source>Ins.</source>
   <translation>إدراج</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/methods_page.py" />
   <source>Methods compared</source>
   <translation>مقارنة الطرق</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/methods_page.py" />
   <source>None of them is better than random maps here.</source>
   <translation>لا شيء منها هنا أفضل من خرائط عشوائية.</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/methods_page.py" />
   <source>Stop</source>
   <translation>إيقاف</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/methods_page.py" />
   <source>Stopped after {} of {}.</source>
   <translation>توقّف بعد {} من {}.</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/methods_page.py" />
   <source>The most faithful here: {}.</source>
   <translation>الأصدق هنا: {}.</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/methods_page.py" />
   <source>Time</source>
   <translation>الوقت</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/methods_page.py" />
   <source>{} of {}</source>
   <translation>{} من {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/methods_page.py" />
   <source>{} of {} tried…</source>
   <translation>جُرّب {} من {}…</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/methods_page.py" />
   <source>{} s</source>
   <translation>{} ث</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/multiples.py" />
   <source>A map for each word: {}</source>
   <translation>خريطة لكل كلمة: {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/pair_page.py" />
   <source>Cosine above the mean of the picture; the best patch has {}.</source>
   <translation>جيب التمام فوق متوسط الصورة؛ لأفضل رقعة {}.</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/pair_page.py" />
   <source>Hold a picture, then look at another: each patch of one finds its like.</source>
   <translation>ثبّت صورة ثم انظر إلى أخرى: كل رقعة في إحداهما تجد شبيهتها.</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/pair_page.py" />
   <source>Hold this picture</source>
   <translation>تثبيت هذه الصورة</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/pair_page.py" />
   <source>Let it go</source>
   <translation>تركها</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/pair_page.py" />
   <source>Matching…</source>
   <translation>جارٍ المطابقة…</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/pair_page.py" />
   <source>Now click another picture in the grid or on the map.</source>
   <translation>انقر الآن صورة أخرى في الشبكة أو على الخريطة.</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/pair_page.py" />
   <source>Point at a patch. {} patches are each other's best.</source>
   <translation>أشر إلى رقعة. {} رقعة هي الأفضل بعضها لبعض.</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/panel.py" />
   <source>Compare the methods of explanation</source>
   <translation>مقارنة طرق الشرح</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/panel.py" />
   <source>Explain the selection</source>
   <translation>شرح التحديد</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/panel.py" />
   <source>Explain the selection as a page…</source>
   <translation>شرح التحديد في صفحة…</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/panel.py" />
   <source>Export the explanation</source>
   <translation>تصدير الشرح</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/panel.py" />
   <source>Export the explanation…</source>
   <translation>تصدير الشرح…</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/panel.py" />
   <source>Look into the parts of pictures</source>
   <translation>النظر في أجزاء الصور</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/panel.py" />
   <source>Save the masks</source>
   <translation>حفظ الأقنعة</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/panel.py" />
   <source>So that a hovered word colours by parts, not by whole items; takes a while.</source>
   <translation>لكي تلوِّن الكلمة المشار إليها بالأجزاء لا بالعناصر كلها؛ يستغرق بعض الوقت.</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/panel.py" />
   <source>Try every method on the picture in focus and mark the most faithful.</source>
   <translation>تجريب كل طريقة على هذه الصورة وتعليم الأصدق.</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/panel.py" />
   <source>Write one HTML page with the maps of every picture that is selected.</source>
   <translation>كتابة صفحة HTML واحدة بخرائط كل صورة محددة.</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/panel.py" />
   <source>Write the maps as PNG, SVG, JSON, CSV or HTML.</source>
   <translation>كتابة الخرائط بصيغة PNG أو SVG أو JSON أو CSV أو HTML.</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/region_pane.py" />
   <source>Add to the query</source>
   <translation>إضافة إلى الاستعلام</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/region_pane.py" />
   <source>How much nearer the region is to a word than the whole picture is.</source>
   <translation>كم المنطقة أقرب إلى الكلمة من الصورة كلها.</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/region_pane.py" />
   <source>Let the region go</source>
   <translation>ترك المنطقة</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/region_pane.py" />
   <source>Looking…</source>
   <translation>جارٍ النظر…</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/region_pane.py" />
   <source>Search by this region</source>
   <translation>البحث بهذه المنطقة</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/region_pane.py" />
   <source>Words of the region</source>
   <translation>كلمات المنطقة</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/region_pane.py" />
   <source>Words this region carries</source>
   <translation>الكلمات التي تحملها هذه المنطقة</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/region_term.py" />
   <source>Cut a region out</source>
   <translation>قصّ منطقة</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/region_term.py" />
   <source>part of {}</source>
   <translation>جزء من {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/relations_page.py" />
   <source>Chance</source>
   <translation>الاحتمال</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/relations_page.py" />
   <source>Chance of each relation</source>
   <translation>احتمال كل علاقة</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/relations_page.py" />
   <source>How likely each of nine relations is between two things in the picture.</source>
   <translation>مدى احتمال كل من تسع علاقات بين شيئين في الصورة.</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/relations_page.py" />
   <source>Looking for them…</source>
   <translation>جارٍ البحث عنهما…</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/relations_page.py" />
   <source>Name two things above, such as “a cup on a table”.</source>
   <translation>سمِّ أعلاه شيئين، مثل «a cup on a table».</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/relations_page.py" />
   <source>Picture with the two things of a relation</source>
   <translation>الصورة مع طرفي العلاقة</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/relations_page.py" />
   <source>Relations</source>
   <translation>العلاقات</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/relations_page.py" />
   <source>Subject, relation, object</source>
   <translation>الفاعل والعلاقة والمفعول</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/segments_page.py" />
   <source>Choose a class, then drag a box to show an example of it.</source>
   <translation>اختر صنفًا ثم اسحب إطارًا لتعرض مثالًا عليه.</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/segments_page.py" />
   <source>Class</source>
   <translation>الصنف</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/segments_page.py" />
   <source>Drag a box on the picture to show what “{}” looks like.</source>
   <translation>اسحب إطارًا على الصورة لتُري كيف يبدو «{}».</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/segments_page.py" />
   <source>Examples</source>
   <translation>أمثلة</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/segments_page.py" />
   <source>Forget the examples</source>
   <translation>نسيان الأمثلة</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/segments_page.py" />
   <source>Look at a picture to label its patches.</source>
   <translation>انظر إلى صورة لتسمية رقعها.</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/segments_page.py" />
   <source>Margin</source>
   <translation>الهامش</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/segments_page.py" />
   <source>Names of the classes</source>
   <translation>أسماء الأصناف</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/segments_page.py" />
   <source>Names, with commas: cat, grass, sky</source>
   <translation>أسماء بفواصل: cat, grass, sky</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/segments_page.py" />
   <source>Picture with its segments</source>
   <translation>الصورة مع مقاطعها</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/segments_page.py" />
   <source>Save the masks…</source>
   <translation>حفظ الأقنعة…</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/segments_page.py" />
   <source>Share</source>
   <translation>النسبة</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/segments_page.py" />
   <source>Shares of the classes</source>
   <translation>نسب الأصناف</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/segments_page.py" />
   <source>Type at least two names; every patch gets the one that is nearest to it.</source>
   <translation>اكتب اسمين على الأقل؛ تأخذ كل رقعة أقربهما.</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/texts_page.py" />
   <source>Ask the item itself</source>
   <translation>اسأل العنصر نفسه</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/texts_page.py" />
   <source>Show where the words are in what was seen or heard of it</source>
   <translation>إظهار موضع الكلمات فيما رُئي منه أو سُمع</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/texts_page.py" />
   <source>What matched are the words about the item, not the item itself.</source>
   <translation>ما تطابق هو الكلمات عن العنصر، لا العنصر نفسه.</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/texts_page.py" />
   <source>Words of the item</source>
   <translation>كلمات العنصر</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/tuning_line.py" />
   <source>A rollout takes the mean of all heads.</source>
   <translation>يأخذ النشر متوسط جميع الرؤوس.</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/tuning_line.py" />
   <source>All layers</source>
   <translation>كل الطبقات</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/tuning_line.py" />
   <source>All layers, rolled out</source>
   <translation>كل الطبقات، منشورة</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/tuning_line.py" />
   <source>Head</source>
   <translation>الرأس</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/tuning_line.py" />
   <source>Head {}</source>
   <translation>الرأس {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/tuning_line.py" />
   <source>How many regions the patches are merged into, level by level</source>
   <translation>عدد المناطق التي تُدمج فيها الرقع، مستوى بعد مستوى</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/tuning_line.py" />
   <source>Last layer</source>
   <translation>الطبقة الأخيرة</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/tuning_line.py" />
   <source>Layer</source>
   <translation>الطبقة</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/tuning_line.py" />
   <source>Layer {}</source>
   <translation>الطبقة {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/tuning_line.py" />
   <source>Layer {} (first)</source>
   <translation>الطبقة {} (الأولى)</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/tuning_line.py" />
   <source>Layer {} (last)</source>
   <translation>الطبقة {} (الأخيرة)</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/tuning_line.py" />
   <source>Mean of heads</source>
   <translation>متوسط الرؤوس</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/tuning_line.py" />
   <source>Regions</source>
   <translation>المناطق</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/tuning_line.py" />
   <source>Whose attention is shown</source>
   <translation>لمن الانتباه المعروض</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/tuning_line.py" />
   <source>{} regions</source>
   <translation>{} منطقة</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/view.py" />
   <source>Export what is shown</source>
   <translation>تصدير المعروض</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/view.py" />
   <source>Export what is shown as a picture, a page or data</source>
   <translation>تصدير المعروض صورةً أو صفحةً أو بيانات</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/view.py" />
   <source>Heard in the query: {}</source>
   <translation>سُمع في الاستعلام: {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/view.py" />
   <source>How two things are related</source>
   <translation>كيف يرتبط شيئان</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/view.py" />
   <source>Methods</source>
   <translation>الطرق</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/view.py" />
   <source>Pair</source>
   <translation>زوج</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/view.py" />
   <source>Questions</source>
   <translation>الأسئلة</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/view.py" />
   <source>Segments</source>
   <translation>المقاطع</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/view.py" />
   <source>The words of the query: {}</source>
   <translation>كلمات الاستعلام: {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/view.py" />
   <source>Which class each patch belongs to</source>
   <translation>إلى أي صنف تنتمي كل رقعة</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/view.py" />
   <source>Which method is the most faithful here</source>
   <translation>أي طريقة هي الأصدق هنا</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/view.py" />
   <source>Which patch of one picture is which of another</source>
   <translation>أي رقعة في صورة تقابل أي رقعة في أخرى</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/view.py" />
   <source>Which word met which part</source>
   <translation>أي كلمة لاقت أي جزء</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/view.py" />
   <source>Why did it match</source>
   <translation>لماذا طابق</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/view.py" />
   <source>Words</source>
   <translation>الكلمات</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/view.py" />
   <source>Words to explain</source>
   <translation>الكلمات المراد شرحها</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/words_page.py" />
   <source>Explaining by {}…</source>
   <translation>جارٍ الشرح بـ {}…</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/words_page.py" />
   <source>The map and the grid show “{}”, {}.</source>
   <translation>الخريطة والشبكة تعرضان «{}»، {}.</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/words_page.py" />
   <source>{}: on its way…</source>
   <translation>{}: في الطريق…</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/words_told.py" />
   <source>A function word: it takes no part in the colour range.</source>
   <translation>كلمة وظيفية: لا تدخل في مدى الألوان.</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/words_told.py" />
   <source>Believed: how many of the words have a map that beats nine in ten random ones.
Deletion: patches are taken away, hottest first; the lower, the better.
Insertion: they are put into an empty picture, hottest first; the higher, the better.</source>
   <translation>موثوقة: كم من الكلمات لها خريطة تتفوق على تسع من كل عشر خرائط عشوائية.
حذف: تُنزع الرقع، الأسخن أولًا؛ كلما قلّ كان أفضل.
إدراج: توضع في صورة فارغة، الأسخن أولًا؛ كلما زاد كان أفضل.</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/words_told.py" />
   <source>Better than random maps ({}).</source>
   <translation>أفضل من خرائط عشوائية ({}).</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/words_told.py" />
   <source>Heard in the query at {}, {} % sure.</source>
   <translation>سُمعت في الاستعلام عند {}، بيقين {} ٪.</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/words_told.py" />
   <source>No better than random maps ({}): do not believe this one.</source>
   <translation>ليست أفضل من خرائط عشوائية ({}): لا تصدّق هذه.</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/words_told.py" />
   <source>No better than random.</source>
   <translation>ليست أفضل من العشوائية.</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/words_told.py" />
   <source>Nowhere does “{}” say more than the other words.</source>
   <translation>لا تقول «{}» في أي مكان أكثر من الكلمات الأخرى.</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/words_told.py" />
   <source>Or else it was: {}</source>
   <translation>أو ربما كانت: {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/words_told.py" />
   <source>Testing how far to believe it…</source>
   <translation>جارٍ اختبار مدى تصديقها…</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/words_told.py" />
   <source>This method knows nothing of words: its map is the same for all of them.</source>
   <translation>لا تعرف هذه الطريقة الكلمات: خريطتها واحدة لكلها.</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/words_told.py" />
   <source>at {} s</source>
   <translation>عند {} ث</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/words_told.py" />
   <source>at {} s, {} Hz</source>
   <translation>عند {} ث، {} هرتز</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/words_told.py" />
   <source>deletion {}, insertion {}</source>
   <translation>حذف {}، إدراج {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/words_told.py" />
   <source>{}: best patch {}</source>
   <translation>{}: أفضل رقعة {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/explain/words_told.py" />
   <source>{}–{} s</source>
   <translation>{}–{} ث</translation>
  </message>
  <message>
   <location filename="explorer/ui/exports.py" />
   <source>Export the map of {}</source>
   <translation>تصدير خريطة {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/exports.py" />
   <source>Export {} items</source>
   <translation>تصدير {} عناصر</translation>
  </message>
  <message>
   <location filename="explorer/ui/exports.py" />
   <source>Picture of a view</source>
   <translation>صورة لعرض</translation>
  </message>
  <message>
   <location filename="explorer/ui/exports.py" />
   <source>Picture of: {}</source>
   <translation>صورة: {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/exports.py" />
   <source>The window</source>
   <translation>النافذة</translation>
  </message>
  <message>
   <location filename="explorer/ui/filter_words.py" />
   <source>Camera</source>
   <translation>الكاميرا</translation>
  </message>
  <message>
   <location filename="explorer/ui/filter_words.py" />
   <source>File size</source>
   <translation>حجم الملف</translation>
  </message>
  <message>
   <location filename="explorer/ui/filter_words.py" />
   <source>Folder</source>
   <translation>المجلد</translation>
  </message>
  <message>
   <location filename="explorer/ui/filter_words.py" />
   <source>Group</source>
   <translation>التجمّع</translation>
  </message>
  <message>
   <location filename="explorer/ui/filter_words.py" />
   <source>Kind</source>
   <translation>النوع</translation>
  </message>
  <message>
   <location filename="explorer/ui/filter_words.py" />
   <source>Month taken</source>
   <translation>شهر الالتقاط</translation>
  </message>
  <message>
   <location filename="explorer/ui/filter_words.py" />
   <source>Rating</source>
   <translation>التقييم</translation>
  </message>
  <message>
   <location filename="explorer/ui/filter_words.py" />
   <source>Tag</source>
   <translation>وسم</translation>
  </message>
  <message>
   <location filename="explorer/ui/filter_words.py" />
   <source>Year taken</source>
   <translation>سنة الالتقاط</translation>
  </message>
  <message>
   <location filename="explorer/ui/filter_words.py" />
   <source>or more</source>
   <translation>أو أكثر</translation>
  </message>
  <message>
   <location filename="explorer/ui/filter_words.py" />
   <source>over {}</source>
   <translation>أكثر من {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/filter_words.py" />
   <source>under {}</source>
   <translation>أقل من {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/filter_words.py" />
   <source>{} to {}</source>
   <translation>من {} إلى {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/arranging.py" />
   <source>Put the items in order</source>
   <translation>ترتيب العناصر</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/counting.py" />
   <source>, {} groups</source>
   <translation>، {} مجموعات</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/counting.py" />
   <source>1 item</source>
   <translation>عنصر واحد</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/counting.py" />
   <source>Answered in {} s</source>
   <translation>أُجيب في {} ث</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/counting.py" />
   <source>Reading files…</source>
   <translation>جارٍ قراءة الملفات…</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/counting.py" />
   <source>Searching…</source>
   <translation>جارٍ البحث…</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/counting.py" />
   <source>{} items</source>
   <translation>{} عناصر</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/counting.py" />
   <source>{} selected</source>
   <translation>{} محددة</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/emptiness.py" />
   <source>Clear the filters</source>
   <translation>مسح المرشحات</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/emptiness.py" />
   <source>Clear the query</source>
   <translation>مسح الاستعلام</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/emptiness.py" />
   <source>Drop files or folders here, or choose a folder. The files stay where they are.</source>
   <translation>أفلت ملفات أو مجلدات هنا، أو اختر مجلدًا. تبقى الملفات في أماكنها.</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/emptiness.py" />
   <source>Index it again</source>
   <translation>فهرستها من جديد</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/emptiness.py" />
   <source>No collection is open</source>
   <translation>لا مجموعة مفتوحة</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/emptiness.py" />
   <source>No file of this collection is where it was. Connect the drive, or add a folder.</source>
   <translation>لم يعد أي ملف من هذه المجموعة في مكانه. صِل القرص أو أضف مجلدًا.</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/emptiness.py" />
   <source>No item has these words. Searching by meaning always finds the nearest.</source>
   <translation>لا عنصر فيه هذه الكلمات. البحث بالمعنى يجد الأقرب دائمًا.</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/emptiness.py" />
   <source>No item passes all of them. Take one away, or all.</source>
   <translation>لا عنصر يجتازها كلها. أزل واحدًا منها أو كلها.</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/emptiness.py" />
   <source>Nothing fits the filters</source>
   <translation>لا شيء يوافق المرشحات</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/emptiness.py" />
   <source>Nothing found</source>
   <translation>لم يُعثر على شيء</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/emptiness.py" />
   <source>Nothing is that close</source>
   <translation>لا شيء بهذا القرب</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/emptiness.py" />
   <source>Open one from the sidebar, or add a folder of pictures, sounds or texts.</source>
   <translation>افتح واحدة من الشريط الجانبي، أو أضف مجلد صور أو أصوات أو نصوص.</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/emptiness.py" />
   <source>Search by meaning</source>
   <translation>البحث بالمعنى</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/emptiness.py" />
   <source>Show all hits</source>
   <translation>عرض كل النتائج</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/emptiness.py" />
   <source>The files are gone</source>
   <translation>الملفات غير موجودة</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/emptiness.py" />
   <source>The slider below the query lets only the closest through, and no hit is close enough.</source>
   <translation>لا يُبقي المنزلق أسفل البحث إلا الأقرب، ولا نتيجة قريبة بما يكفي.</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/emptiness.py" />
   <source>This collection is empty</source>
   <translation>هذه المجموعة فارغة</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/emptiness.py" />
   <source>This could not be searched for</source>
   <translation>تعذّر البحث عن هذا</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/group_words.py" />
   <source>By cluster</source>
   <translation>حسب التجمّع</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/group_words.py" />
   <source>By day</source>
   <translation>حسب اليوم</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/group_words.py" />
   <source>By folder</source>
   <translation>حسب المجلد</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/group_words.py" />
   <source>By how close they are</source>
   <translation>حسب القرب</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/group_words.py" />
   <source>By tag</source>
   <translation>حسب الوسم</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/group_words.py" />
   <source>Closer than {} % of their kind</source>
   <translation>أقرب من {} % من نوعها</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/group_words.py" />
   <source>Cluster {}</source>
   <translation>التجمّع {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/group_words.py" />
   <source>In no cluster</source>
   <translation>خارج أي تجمّع</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/group_words.py" />
   <source>No groups</source>
   <translation>بلا مجموعات</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/group_words.py" />
   <source>No tag</source>
   <translation>بلا وسم</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/group_words.py" />
   <source>The farther half</source>
   <translation>النصف الأبعد</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/header.py" />
   <source>As added</source>
   <translation>كما أُضيفت</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/header.py" />
   <source>As added, from the last</source>
   <translation>كما أُضيفت، من الأخير</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/header.py" />
   <source>Best first</source>
   <translation>الأفضل أولًا</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/header.py" />
   <source>By cluster, from the last</source>
   <translation>حسب التجمّع، من الأخير</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/header.py" />
   <source>Closest first</source>
   <translation>الأقرب أولًا</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/header.py" />
   <source>Earliest taken first</source>
   <translation>الأقدم التقاطًا أولًا</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/header.py" />
   <source>Farthest first</source>
   <translation>الأبعد أولًا</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/header.py" />
   <source>Fewest pixels first</source>
   <translation>الأقل بكسلات أولًا</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/header.py" />
   <source>Fewest stars first</source>
   <translation>الأقل نجومًا أولًا</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/header.py" />
   <source>First added first</source>
   <translation>الأسبق إضافة أولًا</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/header.py" />
   <source>First changed first</source>
   <translation>الأسبق تغييرًا أولًا</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/header.py" />
   <source>Fold all groups</source>
   <translation>طيّ كل المجموعات</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/header.py" />
   <source>Folder, A to Z</source>
   <translation>المجلد، من أ إلى ي</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/header.py" />
   <source>Folder, Z to A</source>
   <translation>المجلد، من ي إلى أ</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/header.py" />
   <source>Groups</source>
   <translation>المجموعات</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/header.py" />
   <source>Groups: {}</source>
   <translation>المجموعات: {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/header.py" />
   <source>Kind, A to Z</source>
   <translation>النوع، من أ إلى ي</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/header.py" />
   <source>Kind, Z to A</source>
   <translation>النوع، من ي إلى أ</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/header.py" />
   <source>Largest file first</source>
   <translation>أكبر ملف أولًا</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/header.py" />
   <source>Last added first</source>
   <translation>آخر ما أُضيف أولًا</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/header.py" />
   <source>Last changed first</source>
   <translation>آخر ما تغيّر أولًا</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/header.py" />
   <source>Latest taken first</source>
   <translation>الأحدث التقاطًا أولًا</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/header.py" />
   <source>List</source>
   <translation>قائمة</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/header.py" />
   <source>Longest first</source>
   <translation>الأطول أولًا</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/header.py" />
   <source>Most pixels first</source>
   <translation>الأكثر بكسلات أولًا</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/header.py" />
   <source>Most stars first</source>
   <translation>الأكثر نجومًا أولًا</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/header.py" />
   <source>Name, A to Z</source>
   <translation>الاسم، من أ إلى ي</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/header.py" />
   <source>Name, Z to A</source>
   <translation>الاسم، من ي إلى أ</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/header.py" />
   <source>Order</source>
   <translation>الترتيب</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/header.py" />
   <source>Order: {}</source>
   <translation>الترتيب: {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/header.py" />
   <source>Shortest first</source>
   <translation>الأقصر أولًا</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/header.py" />
   <source>Size of the pictures</source>
   <translation>حجم الصور</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/header.py" />
   <source>Size of the pictures  (Ctrl + wheel)</source>
   <translation>حجم الصور  (Ctrl + العجلة)</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/header.py" />
   <source>Smallest file first</source>
   <translation>أصغر ملف أولًا</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/header.py" />
   <source>Squares</source>
   <translation>مربعات</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/header.py" />
   <source>Tags, A to Z</source>
   <translation>الوسوم، من أ إلى ي</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/header.py" />
   <source>Tags, Z to A</source>
   <translation>الوسوم، من ي إلى أ</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/header.py" />
   <source>Turn round: {}</source>
   <translation>عكس: {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/header.py" />
   <source>Turn the order round</source>
   <translation>عكس الترتيب</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/header.py" />
   <source>Unfold all groups</source>
   <translation>بسط كل المجموعات</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/header.py" />
   <source>Weakest first</source>
   <translation>الأضعف أولًا</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/header.py" />
   <source>{}  (V switches)</source>
   <translation>{}  (V يبدّل)</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/hint.py" />
   <source>score {}</source>
   <translation>القيمة {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/item_commands.py" />
   <source>Copy path</source>
   <translation>نسخ المسار</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/item_commands.py" />
   <source>Copy paths</source>
   <translation>نسخ المسارات</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/item_commands.py" />
   <source>Copy picture</source>
   <translation>نسخ الصورة</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/item_commands.py" />
   <source>Del</source>
   <translation>Del</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/item_commands.py" />
   <source>Dislike: refine away from it</source>
   <translation>لا يعجبني: التنقيح بعيدًا عنه</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/item_commands.py" />
   <source>Less like this</source>
   <translation>أقل مثل هذا</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/item_commands.py" />
   <source>Like: refine towards it</source>
   <translation>يعجبني: التنقيح نحوه</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/item_commands.py" />
   <source>Move to the trash</source>
   <translation>نقل إلى المهملات</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/item_commands.py" />
   <source>No stars</source>
   <translation>بلا نجوم</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/item_commands.py" />
   <source>Open</source>
   <translation>فتح</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/item_commands.py" />
   <source>Open with</source>
   <translation>فتح باستخدام</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/item_commands.py" />
   <source>Path copied.</source>
   <translation>نُسخ المسار.</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/item_commands.py" />
   <source>Paths copied.</source>
   <translation>نُسخت المسارات.</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/item_commands.py" />
   <source>Picture copied.</source>
   <translation>نُسخت الصورة.</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/item_commands.py" />
   <source>Show in its folder</source>
   <translation>إظهار في مجلده</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/item_commands.py" />
   <source>There is no picture to copy.</source>
   <translation>لا صورة لنسخها.</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/item_commands.py" />
   <source>{} cannot be shown: its folder is not there any more.</source>
   <translation>تعذّر عرض {}: لم يعد مجلده موجودًا.</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/large_preview.py" />
   <source>Close  (Esc)</source>
   <translation>إغلاق  (Esc)</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/large_preview.py" />
   <source>Large view</source>
   <translation>عرض كبير</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/large_preview.py" />
   <source>The next one  (Right)</source>
   <translation>التالي  (يمين)</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/large_preview.py" />
   <source>The one before  (Left)</source>
   <translation>السابق  (يسار)</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/model.py" />
   <source>selected</source>
   <translation>محدد</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/open_with.py" />
   <source>Another program…</source>
   <translation>برنامج آخر…</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/open_with.py" />
   <source>Choose a program</source>
   <translation>اختر برنامجًا</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/open_with.py" />
   <source>Programs</source>
   <translation>البرامج</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/open_with.py" />
   <source>The system's program</source>
   <translation>برنامج النظام</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/open_with.py" />
   <source>{} cannot be opened: the file is not there any more.</source>
   <translation>تعذّر فتح {}: لم يعد الملف موجودًا.</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/open_with.py" />
   <source>{} cannot be opened: the system has no program for it.</source>
   <translation>تعذّر فتح {}: لا برنامج له في النظام.</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/open_with.py" />
   <source>{} could not be started.</source>
   <translation>تعذّر تشغيل {}.</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/open_with.py" />
   <source>{} is no program that can be started.</source>
   <translation>{} ليس برنامجًا يمكن تشغيله.</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/showing_large.py" />
   <source>Shift and drag to search by a part of it</source>
   <translation>Shift مع السحب للبحث بجزء منه</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/tag_popover.py" />
   <source>Tag this item</source>
   <translation>وسم هذا العنصر</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/tag_popover.py" />
   <source>Tag {} items</source>
   <translation>وسم {} عناصر</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/tag_popover.py" />
   <source>Tags, with commas between</source>
   <translation>وسوم بينها فواصل</translation>
  </message>
  <message>
   <location filename="explorer/ui/grid/view.py" />
   <source>Items</source>
   <translation>العناصر</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/facts.py" />
   <source>1/{} s</source>
   <translation>1/{} ث</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/facts.py" />
   <source>Added</source>
   <translation>أُضيف</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/facts.py" />
   <source>Author</source>
   <translation>المؤلف</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/facts.py" />
   <source>Changed</source>
   <translation>تغيّر</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/facts.py" />
   <source>E</source>
   <translation>ق</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/facts.py" />
   <source>Exposure</source>
   <translation>التعريض</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/facts.py" />
   <source>Length</source>
   <translation>الطول</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/facts.py" />
   <source>Lens</source>
   <translation>العدسة</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/facts.py" />
   <source>N</source>
   <translation>ش</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/facts.py" />
   <source>On disk</source>
   <translation>على القرص</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/facts.py" />
   <source>Place</source>
   <translation>المكان</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/facts.py" />
   <source>S</source>
   <translation>ج</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/facts.py" />
   <source>Size</source>
   <translation>الحجم</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/facts.py" />
   <source>State</source>
   <translation>الحالة</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/facts.py" />
   <source>Taken</source>
   <translation>التُقط</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/facts.py" />
   <source>The file is gone; what was read of it is kept.</source>
   <translation>الملف غير موجود؛ وما قُرئ منه محفوظ.</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/facts.py" />
   <source>W</source>
   <translation>غ</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/facts.py" />
   <source>{} mm</source>
   <translation>{} مم</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/inspector.py" />
   <source>Click an item on the map or in the grid to see it here.</source>
   <translation>انقر عنصرًا على الخريطة أو في الشبكة لتراه هنا.</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/inspector.py" />
   <source>Facts</source>
   <translation>حقائق</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/inspector.py" />
   <source>Look for copies of everything</source>
   <translation>البحث عن نسخ لكل شيء</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/inspector.py" />
   <source>Marks</source>
   <translation>علامات</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/inspector.py" />
   <source>Marks of the {} selected</source>
   <translation>علامات المحددة ({})</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/inspector.py" />
   <source>Nearest</source>
   <translation>الأقرب</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/inspector.py" />
   <source>Nothing chosen</source>
   <translation>لم يُختر شيء</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/inspector.py" />
   <source>Number {}</source>
   <translation>رقم {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/inspector.py" />
   <source>Score {}</source>
   <translation>القيمة {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/inspector.py" />
   <source>Shift and drag: search by a part of it</source>
   <translation>Shift مع السحب: البحث بجزء منه</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/inspector.py" />
   <source>Show which word met which part of it  (W)</source>
   <translation>إظهار أي كلمة لاقت أي جزء منه  (W)</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/inspector.py" />
   <source>Why it is here</source>
   <translation>لماذا هو هنا</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/inspector.py" />
   <source>{} nearly the same</source>
   <translation>{} متطابقة تقريبًا</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/inspector.py" />
   <source>{} with the same content</source>
   <translation>{} بالمحتوى نفسه</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/inspector.py" />
   <source>{}, the first {}</source>
   <translation>{}، أول {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/mark_pane.py" />
   <source>1 star</source>
   <translation>نجمة واحدة</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/mark_pane.py" />
   <source>Note</source>
   <translation>ملاحظة</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/mark_pane.py" />
   <source>Take the tag {} away</source>
   <translation>إزالة الوسم {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/mark_pane.py" />
   <source>Write a note</source>
   <translation>اكتب ملاحظة</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/mark_pane.py" />
   <source>{} stars</source>
   <translation>{} نجوم</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/media_pane.py" />
   <source>Opening…</source>
   <translation>جارٍ الفتح…</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/media_pane.py" />
   <source>There is nothing to see in this file.</source>
   <translation>ليس في هذا الملف ما يُرى.</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/neighbour_strip.py" />
   <source>Copies: {}</source>
   <translation>النسخ: {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/neighbour_strip.py" />
   <source>Nearest {}: {}</source>
   <translation>الأقرب ({}): {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/neighbour_strip.py" />
   <source>The same content</source>
   <translation>المحتوى نفسه</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/sound_bar.py" />
   <source>Pause</source>
   <translation>إيقاف مؤقت</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/sound_bar.py" />
   <source>Play</source>
   <translation>تشغيل</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/sound_player.py" />
   <source>The audio device stopped; try again.</source>
   <translation>توقّف جهاز الصوت؛ حاول مرة أخرى.</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/sound_player.py" />
   <source>There is no audio device to play on; connect one.</source>
   <translation>لا جهاز صوت للتشغيل؛ صِل واحدًا.</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/tag_field.py" />
   <source>Add a tag</source>
   <translation>إضافة وسم</translation>
  </message>
  <message>
   <location filename="explorer/ui/inspector/words_view.py" />
   <source>Text</source>
   <translation>نص</translation>
  </message>
  <message>
   <location filename="explorer/ui/item_list/columns.py" />
   <source>Closer than</source>
   <translation>أقرب من</translation>
  </message>
  <message>
   <location filename="explorer/ui/item_list/columns.py" />
   <source>Cluster</source>
   <translation>التجمّع</translation>
  </message>
  <message>
   <location filename="explorer/ui/item_list/columns.py" />
   <source>Dimensions</source>
   <translation>الأبعاد</translation>
  </message>
  <message>
   <location filename="explorer/ui/item_list/columns.py" />
   <source>Duration</source>
   <translation>المدة</translation>
  </message>
  <message>
   <location filename="explorer/ui/item_list/columns.py" />
   <source>File changed</source>
   <translation>تغيّر الملف</translation>
  </message>
  <message>
   <location filename="explorer/ui/item_list/columns.py" />
   <source>Name</source>
   <translation>الاسم</translation>
  </message>
  <message>
   <location filename="explorer/ui/item_list/columns.py" />
   <source>Score</source>
   <translation>القيمة</translation>
  </message>
  <message>
   <location filename="explorer/ui/item_list/columns.py" />
   <source>Tags</source>
   <translation>الوسوم</translation>
  </message>
  <message>
   <location filename="explorer/ui/item_list/columns.py" />
   <source>{} %</source>
   <translation>{} %</translation>
  </message>
  <message>
   <location filename="explorer/ui/item_list/model.py" />
   <source>Sort by {}. Right-click to choose the columns.</source>
   <translation>الترتيب حسب {}. انقر بالزر الأيمن لاختيار الأعمدة.</translation>
  </message>
  <message>
   <location filename="explorer/ui/item_list/table.py" />
   <source>Columns</source>
   <translation>الأعمدة</translation>
  </message>
  <message>
   <location filename="explorer/ui/item_list/table.py" />
   <source>The usual columns</source>
   <translation>الأعمدة المعتادة</translation>
  </message>
  <message>
   <location filename="explorer/ui/item_words.py" />
   <source>A weak match: it may only be the best of what is wrong.</source>
   <translation>تطابق ضعيف: قد يكون مجرد أفضل ما هو خاطئ.</translation>
  </message>
  <message>
   <location filename="explorer/ui/item_words.py" />
   <source>Found by its name and description, not by what is in it.</source>
   <translation>عُثر عليه باسمه ووصفه، لا بما فيه.</translation>
  </message>
  <message>
   <location filename="explorer/ui/item_words.py" />
   <source>closer than almost all of your {kind}</source>
   <translation>أقرب من كل {kind} لديك تقريبًا</translation>
  </message>
  <message>
   <location filename="explorer/ui/item_words.py" />
   <source>closer than {share} % of your {kind}</source>
   <translation>أقرب من {share} % من {kind} لديك</translation>
  </message>
  <message>
   <location filename="explorer/ui/item_words.py" />
   <source>d MMM yyyy</source>
   <translation>d MMM yyyy</translation>
  </message>
  <message>
   <location filename="explorer/ui/item_words.py" />
   <source>line {}</source>
   <translation>السطر {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/item_words.py" />
   <source>page {}</source>
   <translation>الصفحة {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/item_words.py" />
   <source>paragraph {}</source>
   <translation>الفقرة {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/item_words.py" />
   <source>region {}</source>
   <translation>المنطقة {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/jobs_bar/job_row.py" />
   <source>Progress of {}</source>
   <translation>تقدّم {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/jobs_bar/job_row.py" />
   <source>Put {} away</source>
   <translation>تنحية {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/jobs_bar/job_row.py" />
   <source>Stop {}</source>
   <translation>إيقاف {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/jobs_bar/job_row.py" />
   <source>a moment</source>
   <translation>لحظة</translation>
  </message>
  <message>
   <location filename="explorer/ui/jobs_bar/job_row.py" />
   <source>about {} h</source>
   <translation>نحو {} س</translation>
  </message>
  <message>
   <location filename="explorer/ui/jobs_bar/job_row.py" />
   <source>about {} min</source>
   <translation>نحو {} د</translation>
  </message>
  <message>
   <location filename="explorer/ui/jobs_bar/job_row.py" />
   <source>about {} s</source>
   <translation>نحو {} ث</translation>
  </message>
  <message>
   <location filename="explorer/ui/jobs_bar/job_row.py" />
   <source>done</source>
   <translation>تم</translation>
  </message>
  <message>
   <location filename="explorer/ui/jobs_bar/job_row.py" />
   <source>stopped</source>
   <translation>أُوقف</translation>
  </message>
  <message>
   <location filename="explorer/ui/jobs_bar/job_row.py" />
   <source>stopping…</source>
   <translation>جارٍ الإيقاف…</translation>
  </message>
  <message>
   <location filename="explorer/ui/jobs_bar/job_row.py" />
   <source>waits for its turn</source>
   <translation>ينتظر دوره</translation>
  </message>
  <message>
   <location filename="explorer/ui/jobs_bar/job_row.py" />
   <source>{done} of {total}</source>
   <translation>{done} من {total}</translation>
  </message>
  <message>
   <location filename="explorer/ui/jobs_bar/job_row.py" />
   <source>{} left</source>
   <translation>بقي {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/jobs_bar/job_row.py" />
   <source>{} per second</source>
   <translation>{} في الثانية</translation>
  </message>
  <message>
   <location filename="explorer/ui/jobs_bar/jobs_bar.py" />
   <source>Put this away</source>
   <translation>تنحية هذا</translation>
  </message>
  <message>
   <location filename="explorer/ui/kinds.py" />
   <source>1 picture</source>
   <translation>صورة واحدة</translation>
  </message>
  <message>
   <location filename="explorer/ui/kinds.py" />
   <source>1 sound</source>
   <translation>صوت واحد</translation>
  </message>
  <message>
   <location filename="explorer/ui/kinds.py" />
   <source>1 table row</source>
   <translation>صف جدول واحد</translation>
  </message>
  <message>
   <location filename="explorer/ui/kinds.py" />
   <source>1 text</source>
   <translation>نص واحد</translation>
  </message>
  <message>
   <location filename="explorer/ui/kinds.py" />
   <source>Item</source>
   <translation>عنصر</translation>
  </message>
  <message>
   <location filename="explorer/ui/kinds.py" />
   <source>Picture</source>
   <translation>صورة</translation>
  </message>
  <message>
   <location filename="explorer/ui/kinds.py" />
   <source>Sound</source>
   <translation>صوت</translation>
  </message>
  <message>
   <location filename="explorer/ui/kinds.py" />
   <source>Table row</source>
   <translation>صف جدول</translation>
  </message>
  <message>
   <location filename="explorer/ui/kinds.py" />
   <source>sounds</source>
   <translation>أصوات</translation>
  </message>
  <message>
   <location filename="explorer/ui/kinds.py" />
   <source>table rows</source>
   <translation>صفوف جداول</translation>
  </message>
  <message>
   <location filename="explorer/ui/main_window.py" />
   <source>Add to “{}”, or to a new collection</source>
   <translation>إضافة إلى «{}» أو إلى مجموعة جديدة</translation>
  </message>
  <message>
   <location filename="explorer/ui/main_window.py" />
   <source>Drop to make a collection of it</source>
   <translation>أفلت لصنع مجموعة منه</translation>
  </message>
  <message>
   <location filename="explorer/ui/main_window.py" />
   <source>Library</source>
   <translation>المكتبة</translation>
  </message>
  <message>
   <location filename="explorer/ui/map/axis_ends.py" />
   <source>Left end of the map</source>
   <translation>الطرف الأيسر للخريطة</translation>
  </message>
  <message>
   <location filename="explorer/ui/map/axis_ends.py" />
   <source>Lower end of the map</source>
   <translation>الطرف الأسفل للخريطة</translation>
  </message>
  <message>
   <location filename="explorer/ui/map/axis_ends.py" />
   <source>Right end of the map</source>
   <translation>الطرف الأيمن للخريطة</translation>
  </message>
  <message>
   <location filename="explorer/ui/map/axis_ends.py" />
   <source>Type or drop a phrase; Enter lays the map out by it.</source>
   <translation>اكتب أو أفلت عبارة؛ وEnter يرسم الخريطة بها.</translation>
  </message>
  <message>
   <location filename="explorer/ui/map/axis_ends.py" />
   <source>Upper end of the map</source>
   <translation>الطرف الأعلى للخريطة</translation>
  </message>
  <message>
   <location filename="explorer/ui/map/axis_ends.py" />
   <source>a phrase</source>
   <translation>عبارة</translation>
  </message>
  <message>
   <location filename="explorer/ui/map/choice_bar.py" />
   <source>An outline adds to the selection  (Shift)</source>
   <translation>الحد يضيف إلى التحديد  (Shift)</translation>
  </message>
  <message>
   <location filename="explorer/ui/map/choice_bar.py" />
   <source>An outline keeps what is selected inside it  (Shift+Ctrl)</source>
   <translation>الحد يبقي المحدد داخله  (Shift+Ctrl)</translation>
  </message>
  <message>
   <location filename="explorer/ui/map/choice_bar.py" />
   <source>An outline makes a new selection</source>
   <translation>الحد يبدأ تحديدًا جديدًا</translation>
  </message>
  <message>
   <location filename="explorer/ui/map/choice_bar.py" />
   <source>An outline takes away from the selection  (Ctrl)</source>
   <translation>الحد يحذف من التحديد  (Ctrl)</translation>
  </message>
  <message>
   <location filename="explorer/ui/map/choice_bar.py" />
   <source>Axes</source>
   <translation>المحاور</translation>
  </message>
  <message>
   <location filename="explorer/ui/map/choice_bar.py" />
   <source>Axes of your own: from one phrase to another</source>
   <translation>محاور من اختيارك: من عبارة إلى أخرى</translation>
  </message>
  <message>
   <location filename="explorer/ui/map/choice_bar.py" />
   <source>How the map is laid out</source>
   <translation>كيف رُسمت الخريطة</translation>
  </message>
  <message>
   <location filename="explorer/ui/map/choice_bar.py" />
   <source>Intersect</source>
   <translation>تقاطع</translation>
  </message>
  <message>
   <location filename="explorer/ui/map/choice_bar.py" />
   <source>Lay the map out by these axes</source>
   <translation>رسم الخريطة بهذه المحاور</translation>
  </message>
  <message>
   <location filename="explorer/ui/map/choice_bar.py" />
   <source>Map tools</source>
   <translation>أدوات الخريطة</translation>
  </message>
  <message>
   <location filename="explorer/ui/map/choice_bar.py" />
   <source>Neighbourhoods, spread out evenly (t-SNE)</source>
   <translation>جوارات موزعة بالتساوي (t-SNE)</translation>
  </message>
  <message>
   <location filename="explorer/ui/map/choice_bar.py" />
   <source>Neighbourhoods: like lies by like (UMAP)</source>
   <translation>جوارات: المتشابه قرب المتشابه (UMAP)</translation>
  </message>
  <message>
   <location filename="explorer/ui/map/choice_bar.py" />
   <source>New</source>
   <translation>جديد</translation>
  </message>
  <message>
   <location filename="explorer/ui/map/choice_bar.py" />
   <source>Pictures, when near enough</source>
   <translation>صور عند القرب الكافي</translation>
  </message>
  <message>
   <location filename="explorer/ui/map/choice_bar.py" />
   <source>Remove</source>
   <translation>حذف</translation>
  </message>
  <message>
   <location filename="explorer/ui/map/choice_bar.py" />
   <source>Two main directions: quick, keeps large distances (PCA)</source>
   <translation>اتجاهان رئيسيان: سريع ويحفظ المسافات الكبيرة (PCA)</translation>
  </message>
  <message>
   <location filename="explorer/ui/map/choice_bar.py" />
   <source>What an outline does</source>
   <translation>ما يفعله الحد</translation>
  </message>
  <message>
   <location filename="explorer/ui/map/choice_bar.py" />
   <source>What is shown on the map</source>
   <translation>ما يظهر على الخريطة</translation>
  </message>
  <message>
   <location filename="explorer/ui/map/choice_bar.py" />
   <source>What the points are coloured by</source>
   <translation>ما تُلوَّن به النقاط</translation>
  </message>
  <message>
   <location filename="explorer/ui/map/corner.py" />
   <source>Legend</source>
   <translation>مفتاح الألوان</translation>
  </message>
  <message>
   <location filename="explorer/ui/map/corner.py" />
   <source>Show everything</source>
   <translation>عرض الكل</translation>
  </message>
  <message>
   <location filename="explorer/ui/map/corner.py" />
   <source>Show or hide {name}; the other button selects it</source>
   <translation>إظهار {name} أو إخفاؤه؛ والزر الآخر يحدده</translation>
  </message>
  <message>
   <location filename="explorer/ui/map/corner.py" />
   <source>Zoom in</source>
   <translation>تكبير</translation>
  </message>
  <message>
   <location filename="explorer/ui/map/corner.py" />
   <source>Zoom out</source>
   <translation>تصغير</translation>
  </message>
  <message>
   <location filename="explorer/ui/map/scale_legend.py" />
   <source>Drag the ends: what lies outside is greyed.</source>
   <translation>اسحب الطرفين: ما خارجهما يبهت.</translation>
  </message>
  <message>
   <location filename="explorer/ui/map/scale_legend.py" />
   <source>Range that stays lit</source>
   <translation>المدى الذي يبقى مضيئًا</translation>
  </message>
  <message>
   <location filename="explorer/ui/map/scale_legend.py" />
   <source>Scale</source>
   <translation>المقياس</translation>
  </message>
  <message>
   <location filename="explorer/ui/map/widget.py" />
   <source>, {count} not on the map</source>
   <translation>، {count} ليست على الخريطة</translation>
  </message>
  <message>
   <location filename="explorer/ui/map/widget.py" />
   <source>{count} items</source>
   <translation>{count} عناصر</translation>
  </message>
  <message>
   <location filename="explorer/ui/map/widget.py" />
   <source>{count} selected</source>
   <translation>{count} محددة</translation>
  </message>
  <message>
   <location filename="explorer/ui/map/widget.py" />
   <source>{lit} of {count} items</source>
   <translation>{lit} من {count} عناصر</translation>
  </message>
  <message>
   <location filename="explorer/ui/map_colouring.py" />
   <source>Closeness to the query</source>
   <translation>القرب من الاستعلام</translation>
  </message>
  <message>
   <location filename="explorer/ui/map_colouring.py" />
   <source>Pixels</source>
   <translation>بكسلات</translation>
  </message>
  <message>
   <location filename="explorer/ui/map_colouring.py" />
   <source>Time changed</source>
   <translation>وقت التغيير</translation>
  </message>
  <message>
   <location filename="explorer/ui/map_colouring.py" />
   <source>Time taken</source>
   <translation>وقت الالتقاط</translation>
  </message>
  <message>
   <location filename="explorer/ui/map_colouring.py" />
   <source>Trust in the place</source>
   <translation>موثوقية الموضع</translation>
  </message>
  <message>
   <location filename="explorer/ui/map_colouring.py" />
   <source>no name</source>
   <translation>بلا اسم</translation>
  </message>
  <message>
   <location filename="explorer/ui/map_view.py" />
   <source>Add these to the selection</source>
   <translation>إضافة هذه إلى التحديد</translation>
  </message>
  <message>
   <location filename="explorer/ui/map_view.py" />
   <source>Ask for what is like these</source>
   <translation>ابحث عما يشبه هذه</translation>
  </message>
  <message>
   <location filename="explorer/ui/map_view.py" />
   <source>Cosine along this axis: {}</source>
   <translation>جيب التمام على هذا المحور: {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/map_view.py" />
   <source>Drop a folder on the window: what is in it will be laid out here.</source>
   <translation>أفلت مجلدًا على النافذة: يُرسم ما فيه هنا.</translation>
  </message>
  <message>
   <location filename="explorer/ui/map_view.py" />
   <source>It is laid out as soon as the first files are read.</source>
   <translation>تُرسم حالما تُقرأ الملفات الأولى.</translation>
  </message>
  <message>
   <location filename="explorer/ui/map_view.py" />
   <source>Laying out the map</source>
   <translation>جارٍ رسم الخريطة</translation>
  </message>
  <message>
   <location filename="explorer/ui/map_view.py" />
   <source>No map yet</source>
   <translation>لا خريطة بعد</translation>
  </message>
  <message>
   <location filename="explorer/ui/map_view.py" />
   <source>Select these</source>
   <translation>تحديد هذه</translation>
  </message>
  <message>
   <location filename="explorer/ui/map_view.py" />
   <source>Show all</source>
   <translation>عرض الكل</translation>
  </message>
  <message>
   <location filename="explorer/ui/map_view.py" />
   <source>Show only these</source>
   <translation>عرض هذه فقط</translation>
  </message>
  <message>
   <location filename="explorer/ui/map_view.py" />
   <source>The map could not be laid out</source>
   <translation>تعذّر رسم الخريطة</translation>
  </message>
  <message>
   <location filename="explorer/ui/map_view.py" />
   <source>The map is on its way</source>
   <translation>الخريطة في الطريق</translation>
  </message>
  <message>
   <location filename="explorer/ui/map_view.py" />
   <source>Trustworthiness: how far what lies close on the map is close in truth. Continuity: how far what is close in truth lies close on the map. 1 is perfect, a map at random has 0.5; of {} neighbours each.</source>
   <translation>الموثوقية: كم المتجاور على الخريطة متجاور حقًا. الاستمرارية: كم المتجاور حقًا متجاور على الخريطة. 1 تام، وللخريطة العشوائية 0.5؛ من {} جيران لكل منهما.</translation>
  </message>
  <message>
   <location filename="explorer/ui/map_view.py" />
   <source>You can search and look at the grid meanwhile.</source>
   <translation>يمكنك البحث وتصفح الشبكة في هذه الأثناء.</translation>
  </message>
  <message>
   <location filename="explorer/ui/map_view.py" />
   <source>not among the hits</source>
   <translation>ليس بين النتائج</translation>
  </message>
  <message>
   <location filename="explorer/ui/map_view.py" />
   <source>trustworthiness {}, continuity {}</source>
   <translation>الموثوقية {}، الاستمرارية {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/chip.py" />
   <source>It is switched off. </source>
   <translation>إنه مطفأ. </translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/chip.py" />
   <source>Part of the query: {}</source>
   <translation>جزء من الاستعلام: {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/chip.py" />
   <source>Remove {}</source>
   <translation>إزالة {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/chip.py" />
   <source>Turn away from it</source>
   <translation>الابتعاد عنه</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/chip.py" />
   <source>Turn towards it</source>
   <translation>الاتجاه نحوه</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/chip.py" />
   <source>{name}: weight {weight}. {state}Click or turn the wheel to weigh it (+ and -; Space switches it off, Delete removes it).</source>
   <translation>{name}: الوزن {weight}. {state}انقر أو أدر العجلة لوزنه (+ و-؛ Space يطفئه وDelete يزيله).</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/chip_row.py" />
   <source>Search by words</source>
   <translation>البحث بالكلمات</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/filter_row.py" />
   <source>A condition in SQL over these:</source>
   <translation>شرط SQL على هذه:</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/filter_row.py" />
   <source>Only where …   for example  width &gt; 1000 AND rating &gt;= 3</source>
   <translation>فقط حيث …   مثلًا  width &gt; 1000 AND rating &gt;= 3</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/incoming_media.py" />
   <source>it is neither a picture nor a sound that Explorer can open</source>
   <translation>ليس صورة ولا صوتًا يستطيع Explorer فتحه</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/incoming_media.py" />
   <source>the picture cannot be kept there: {reason}</source>
   <translation>لا يمكن حفظ الصورة هناك: {reason}</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/query_bar.py" />
   <source>How the parts combine</source>
   <translation>كيف تجتمع الأجزاء</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/query_bar.py" />
   <source>How words are matched</source>
   <translation>كيف تُطابق الكلمات</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/query_bar.py" />
   <source>Keep as a concept</source>
   <translation>حفظ كمفهوم</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/query_bar.py" />
   <source>Keep the query</source>
   <translation>حفظ الاستعلام</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/query_bar.py" />
   <source>Nothing fits. Take a filter away, or use other words.</source>
   <translation>لا شيء يوافق. أزل مرشحًا أو استخدم كلمات أخرى.</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/query_bar.py" />
   <source>Nothing is that close. Let more hits through.</source>
   <translation>لا شيء بهذا القرب. أبقِ نتائج أكثر.</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/query_bar.py" />
   <source>Open a collection to search it</source>
   <translation>افتح مجموعة للبحث فيها</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/query_bar.py" />
   <source>Save the search</source>
   <translation>حفظ البحث</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/query_bar.py" />
   <source>Search by words, or drop a picture or a sound here</source>
   <translation>ابحث بالكلمات أو أفلت صورة أو صوتًا</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/query_bar.py" />
   <source>pasted picture</source>
   <translation>صورة ملصقة</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/query_words.py" />
   <source>All of these</source>
   <translation>كل هذه</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/query_words.py" />
   <source>Any of these</source>
   <translation>أي من هذه</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/query_words.py" />
   <source>Both</source>
   <translation>كلاهما</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/query_words.py" />
   <source>Each part has to fit: the weakest one counts.</source>
   <translation>يجب أن يطابق كل جزء: يُحسب أضعفها.</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/query_words.py" />
   <source>Each part makes its own list; what is high in one comes first.</source>
   <translation>لكل جزء قائمته؛ يأتي أولًا ما يعلو في إحداها.</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/query_words.py" />
   <source>Find the words themselves in names, descriptions and texts.</source>
   <translation>إيجاد الكلمات نفسها في الأسماء والأوصاف والنصوص.</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/query_words.py" />
   <source>Find what is like it, whatever it is called.</source>
   <translation>إيجاد ما يشبهه أيًّا كان اسمه.</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/query_words.py" />
   <source>Join both lists: what is high in either comes first.</source>
   <translation>جمع القائمتين: يأتي أولًا ما يعلو في إحداهما.</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/query_words.py" />
   <source>Meaning</source>
   <translation>المعنى</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/query_words.py" />
   <source>Mixed</source>
   <translation>ممزوجة</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/query_words.py" />
   <source>The parts add up to one direction; weights say how much.</source>
   <translation>تجتمع الأجزاء في اتجاه واحد؛ والأوزان تحدد المقدار.</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/refine_row.py" />
   <source>A strong hit is more like a right answer than like the best of wrong ones; about one in four is judged wrongly.</source>
   <translation>النتيجة القوية أقرب إلى إجابة صحيحة منها إلى أفضل الإجابات الخاطئة؛ ويُخطأ في الحكم على واحدة من كل أربع تقريبًا.</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/refine_row.py" />
   <source>All hits: {}</source>
   <translation>كل النتائج: {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/refine_row.py" />
   <source>Closest {share} %: {hits} hit</source>
   <translation>أقرب {share} %: نتيجة {hits}</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/refine_row.py" />
   <source>Closest {share} %: {hits} hits</source>
   <translation>أقرب {share} %: {hits} نتائج</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/refine_row.py" />
   <source>Gap corrected</source>
   <translation>الفجوة مصححة</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/refine_row.py" />
   <source>Keep only the closest hits</source>
   <translation>إبقاء أقرب النتائج فقط</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/refine_row.py" />
   <source>Keep only the closest hits, on the map too.</source>
   <translation>إبقاء أقرب النتائج فقط، على الخريطة أيضًا.</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/refine_row.py" />
   <source>Press to see it or take it back.</source>
   <translation>اضغط لرؤيتها أو التراجع عنها.</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/refine_row.py" />
   <source>Take the filter away: {}</source>
   <translation>إزالة المرشح: {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/refine_row.py" />
   <source>The gap between the kinds is corrected: {}.</source>
   <translation>الفجوة بين الأنواع مصححة: {}.</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/refine_row.py" />
   <source>{} of them strong</source>
   <translation>{} منها قوية</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/search_field.py" />
   <source>Results come while you type. Enter keeps the words; a - in front turns away; day -&gt; night is a direction.</source>
   <translation>تأتي النتائج وأنت تكتب. Enter يثبّت الكلمات؛ و- قبلها تبتعد عنها؛ وday -&gt; night اتجاه.</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/sweep_strip.py" />
   <source>Drag, or press Left and Right.</source>
   <translation>اسحب أو اضغط يسار ويمين.</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/sweep_strip.py" />
   <source>Sweep between the two parts</source>
   <translation>الانتقال بين الجزأين</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/sweep_strip.py" />
   <source>{share} % of the way from {first} to {second}: {hit}</source>
   <translation>{share} % من الطريق من {first} إلى {second}: {hit}</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/weight_popover.py" />
   <source>Counts</source>
   <translation>محسوب</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/weight_popover.py" />
   <source>Reset</source>
   <translation>إعادة الضبط</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/weight_popover.py" />
   <source>Switched off, it keeps its place and counts for nothing.</source>
   <translation>إذا أُطفئ بقي في مكانه ولم يُحسب.</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/weight_popover.py" />
   <source>Weight of {}</source>
   <translation>وزن {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/weight_popover.py" />
   <source>away from it</source>
   <translation>بعيدًا عنه</translation>
  </message>
  <message>
   <location filename="explorer/ui/query_bar/weight_popover.py" />
   <source>towards it</source>
   <translation>نحوه</translation>
  </message>
  <message>
   <location filename="explorer/ui/sidebar/named_section.py" />
   <source>Add the concept “{}” to the query  (F2 renames, Delete deletes)</source>
   <translation>إضافة المفهوم «{}» إلى الاستعلام  (F2 يعيد التسمية، Delete يحذف)</translation>
  </message>
  <message>
   <location filename="explorer/ui/sidebar/named_section.py" />
   <source>Ask again</source>
   <translation>السؤال مرة أخرى</translation>
  </message>
  <message>
   <location filename="explorer/ui/sidebar/named_section.py" />
   <source>Ask “{}” again  (F2 renames, Delete deletes)</source>
   <translation>السؤال عن «{}» مرة أخرى  (F2 يعيد التسمية، Delete يحذف)</translation>
  </message>
  <message>
   <location filename="explorer/ui/sidebar/named_section.py" />
   <source>New name of {}:</source>
   <translation>الاسم الجديد لـ {}:</translation>
  </message>
  <message>
   <location filename="explorer/ui/sidebar/named_section.py" />
   <source>Rename</source>
   <translation>إعادة تسمية</translation>
  </message>
  <message>
   <location filename="explorer/ui/sidebar/named_section.py" />
   <source>Rename…</source>
   <translation>إعادة تسمية…</translation>
  </message>
  <message>
   <location filename="explorer/ui/sidebar/section.py" />
   <source>chosen</source>
   <translation>مختار</translation>
  </message>
  <message>
   <location filename="explorer/ui/sidebar/sidebar.py" />
   <source>Collections</source>
   <translation>المجموعات</translation>
  </message>
  <message>
   <location filename="explorer/ui/sidebar/sidebar.py" />
   <source>Concepts</source>
   <translation>المفاهيم</translation>
  </message>
  <message>
   <location filename="explorer/ui/sidebar/sidebar.py" />
   <source>Delete collection</source>
   <translation>حذف المجموعة</translation>
  </message>
  <message>
   <location filename="explorer/ui/sidebar/sidebar.py" />
   <source>Delete the collection “{}”?</source>
   <translation>حذف المجموعة «{}»؟</translation>
  </message>
  <message>
   <location filename="explorer/ui/sidebar/sidebar.py" />
   <source>Delete…</source>
   <translation>حذف…</translation>
  </message>
  <message>
   <location filename="explorer/ui/sidebar/sidebar.py" />
   <source>Its index, tags, ratings and notes go. Your media files stay where they are.</source>
   <translation>يذهب فهرسها ووسومها وتقييماتها وملاحظاتها. وتبقى ملفات وسائطك في أماكنها.</translation>
  </message>
  <message>
   <location filename="explorer/ui/sidebar/sidebar.py" />
   <source>No collection yet. Drop a folder on the window.</source>
   <translation>لا مجموعة بعد. أفلت مجلدًا على النافذة.</translation>
  </message>
  <message>
   <location filename="explorer/ui/sidebar/sidebar.py" />
   <source>Problems</source>
   <translation>مشكلات</translation>
  </message>
  <message>
   <location filename="explorer/ui/sidebar/sidebar.py" />
   <source>Saved searches</source>
   <translation>عمليات البحث المحفوظة</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/memory_line.py" />
   <source>Half ({})</source>
   <translation>النصف ({})</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/memory_line.py" />
   <source>Memory that models may take</source>
   <translation>الذاكرة المسموح بها للنماذج</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/memory_line.py" />
   <source>Memory that models take</source>
   <translation>الذاكرة التي تأخذها النماذج</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/memory_line.py" />
   <source>Models take {used} of {limit}</source>
   <translation>تأخذ النماذج {used} من {limit}</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/memory_line.py" />
   <source>When they would take more, what was used longest ago is unloaded first.</source>
   <translation>إذا احتاجت أكثر أُخرج أولًا ما لم يُستعمل منذ أطول وقت.</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_details.py" />
   <source>Best device</source>
   <translation>أفضل جهاز</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_details.py" />
   <source>Best precision</source>
   <translation>أفضل دقة</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_details.py" />
   <source>Collections that are made from now on get this space.</source>
   <translation>تأخذ المجموعات التي تُصنع من الآن هذا الفضاء.</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_details.py" />
   <source>Compile</source>
   <translation>ترجمة برمجية</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_details.py" />
   <source>Delete this collection's vectors of this space.</source>
   <translation>حذف متجهات هذه المجموعة في هذا الفضاء.</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_details.py" />
   <source>Device</source>
   <translation>الجهاز</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_details.py" />
   <source>Dimension</source>
   <translation>البُعد</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_details.py" />
   <source>Embed here</source>
   <translation>التضمين هنا</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_details.py" />
   <source>Encodes</source>
   <translation>يرمّز</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_details.py" />
   <source>Forget here</source>
   <translation>النسيان هنا</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_details.py" />
   <source>Give memory back</source>
   <translation>إعادة الذاكرة</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_details.py" />
   <source>Go on embedding here</source>
   <translation>متابعة التضمين هنا</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_details.py" />
   <source>In memory</source>
   <translation>في الذاكرة</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_details.py" />
   <source>It gives no vectors. It can put the first hits of a search in order.</source>
   <translation>لا يعطي متجهات. يستطيع ترتيب أولى نتائج البحث.</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_details.py" />
   <source>It looks at each of the first 50 pictures together with the words.</source>
   <translation>ينظر إلى كل من أول 50 صورة مع الكلمات معًا.</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_details.py" />
   <source>Its weights are read again at the next use.</source>
   <translation>تُقرأ أوزانه من جديد عند الاستعمال التالي.</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_details.py" />
   <source>Let it order the first hits</source>
   <translation>تركه يرتب أولى النتائج</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_details.py" />
   <source>Let it serve here</source>
   <translation>تركه يخدم هنا</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_details.py" />
   <source>Licence</source>
   <translation>الترخيص</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_details.py" />
   <source>Make it the default</source>
   <translation>جعله الافتراضي</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_details.py" />
   <source>Make vectors of everything in this collection; search goes on meanwhile.</source>
   <translation>صنع متجهات لكل ما في هذه المجموعة؛ والبحث مستمر في الأثناء.</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_details.py" />
   <source>Match sample pictures with their words; measure speed and memory.</source>
   <translation>مطابقة صور نموذجية بكلماتها؛ وقياس السرعة والذاكرة.</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_details.py" />
   <source>Open a collection to embed it in this space.</source>
   <translation>افتح مجموعة لتضمينها في هذا الفضاء.</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_details.py" />
   <source>Precision</source>
   <translation>الدقة</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_details.py" />
   <source>Revision</source>
   <translation>المراجعة</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_details.py" />
   <source>Runs on</source>
   <translation>يعمل على</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_details.py" />
   <source>Search and map this collection in this space from now on.</source>
   <translation>البحث في هذه المجموعة ورسمها بهذا الفضاء من الآن.</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_details.py" />
   <source>Self-test</source>
   <translation>اختبار ذاتي</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_details.py" />
   <source>Slow at the first use, quicker after it on a graphics card (torch.compile).</source>
   <translation>بطيء عند أول استعمال، ثم أسرع على بطاقة رسومية (torch.compile).</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_details.py" />
   <source>Take it off this list; its files stay where they are.</source>
   <translation>إزالته من هذه القائمة؛ وتبقى ملفاته في مكانها.</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_details.py" />
   <source>Test</source>
   <translation>اختبار</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_details.py" />
   <source>This collection</source>
   <translation>هذه المجموعة</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_details.py" />
   <source>What it does not know</source>
   <translation>ما لا يعرفه</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_details.py" />
   <source>What it knows</source>
   <translation>ما يعرفه</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_details.py" />
   <source>Where</source>
   <translation>أين</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_details.py" />
   <source>{done} of {all} items have their vectors.</source>
   <translation>لـ {done} من {all} عناصر متجهاتها.</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_details.py" />
   <source>“{}” has no vectors of it yet.</source>
   <translation>ليس لـ «{}» متجهات منه بعد.</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_words.py" />
   <source>Failed: {} That is no better than guessing.</source>
   <translation>تعذّر: {} ليس ذلك أفضل من التخمين.</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_words.py" />
   <source>Not tested on this machine yet.</source>
   <translation>لم يُختبر على هذا الجهاز بعد.</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_words.py" />
   <source>Of {pairs} pairs, {a} pictures found their words and {b} words their picture.</source>
   <translation>من {pairs} أزواج وجدت {a} صورة كلماتها و{b} كلمات صورتها.</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_words.py" />
   <source>clips</source>
   <translation>مقاطع فيديو</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_words.py" />
   <source>default</source>
   <translation>افتراضي</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_words.py" />
   <source>embedded here</source>
   <translation>مضمَّن هنا</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_words.py" />
   <source>orders the first hits</source>
   <translation>يرتب أولى النتائج</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_words.py" />
   <source>serves here</source>
   <translation>يخدم هنا</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_words.py" />
   <source>{ms} ms a {one}</source>
   <translation>{ms} م‌ث لكل {one}</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_words.py" />
   <source>{share} of {pairs} found themselves again.</source>
   <translation>{share} من {pairs} وجدت نفسها.</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_words.py" />
   <source>{} % embedded here</source>
   <translation>{} % مضمَّنة هنا</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/space_words.py" />
   <source>{} of memory</source>
   <translation>{} من الذاكرة</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/spaces_panel.py" />
   <source>A matching network (BLIP, ViLT, BridgeTower) orders them; add one first.</source>
   <translation>شبكة مطابقة (BLIP أو ViLT أو BridgeTower) ترتّبها؛ أضف واحدة أولاً.</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/spaces_panel.py" />
   <source>A name on the hub: owner/checkpoint</source>
   <translation>اسم على المستودع: المالك/النموذج</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/spaces_panel.py" />
   <source>Bigger models</source>
   <translation>نماذج أكبر</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/spaces_panel.py" />
   <source>Download</source>
   <translation>تنزيل</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/spaces_panel.py" />
   <source>Downloading is off: HF_HUB_OFFLINE is set. Folders can be added.</source>
   <translation>التنزيل متوقف: HF_HUB_OFFLINE مضبوط. يمكن إضافة مجلدات.</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/spaces_panel.py" />
   <source>Fetch it from huggingface.co, check it and test it. Nothing of yours is sent.</source>
   <translation>جلبه من huggingface.co وفحصه واختباره. لا يُرسل شيء منك.</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/spaces_panel.py" />
   <source>Look at the first hits again</source>
   <translation>إعادة النظر في النتائج الأولى</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/spaces_panel.py" />
   <source>Models worth trying, with their sizes and licences.</source>
   <translation>نماذج جديرة بالتجربة مع أحجامها وتراخيصها.</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/spaces_panel.py" />
   <source>Name on the hub</source>
   <translation>الاسم على المستودع</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/spaces_panel.py" />
   <source>Spaces</source>
   <translation>الفضاءات</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/spaces_panel.py" />
   <source>Spaces of this machine</source>
   <translation>فضاءات هذا الجهاز</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/spaces_panel.py" />
   <source>The folder of a checkpoint</source>
   <translation>مجلد نموذج</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/spaces_panel.py" />
   <source>The folder of a checkpoint: its configuration and .safetensors weights.</source>
   <translation>مجلد نموذج: إعداداته وأوزان .safetensors.</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/suggestion_list.py" />
   <source>Download {name}, {size}</source>
   <translation>تنزيل {name}، {size}</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/suggestion_list.py" />
   <source>Download {}</source>
   <translation>تنزيل {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/suggestion_list.py" />
   <source>Fetch {size} from huggingface.co. Nothing of yours is sent.</source>
   <translation>جلب {size} من huggingface.co. لا يُرسل شيء منك.</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/suggestion_list.py" />
   <source>Fetching…</source>
   <translation>جارٍ الجلب…</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/suggestion_list.py" />
   <source>Models worth trying</source>
   <translation>نماذج جديرة بالتجربة</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/suggestion_list.py" />
   <source>Sizes and licences as of November 2026; the model's own page counts.</source>
   <translation>الأحجام والتراخيص كما في نوفمبر 2026؛ والعبرة بصفحة النموذج.</translation>
  </message>
  <message>
   <location filename="explorer/ui/spaces/suggestion_list.py" />
   <source>licence {}</source>
   <translation>الترخيص {}</translation>
  </message>
  <message>
   <location filename="explorer/ui/tasks/tasks_panel.py" />
   <source>Clear what has ended</source>
   <translation>إزالة ما انتهى</translation>
  </message>
  <message>
   <location filename="explorer/ui/tasks/tasks_panel.py" />
   <source>Copy the log</source>
   <translation>نسخ السجل</translation>
  </message>
  <message>
   <location filename="explorer/ui/tasks/tasks_panel.py" />
   <source>Jobs</source>
   <translation>المهام</translation>
  </message>
  <message>
   <location filename="explorer/ui/tasks/tasks_panel.py" />
   <source>Log of the job</source>
   <translation>سجل المهمة</translation>
  </message>
  <message>
   <location filename="explorer/ui/tasks/tasks_panel.py" />
   <source>Nothing has been done yet. Indexing, maps and exports show up here.</source>
   <translation>لم يُفعل شيء بعد. تظهر هنا الفهرسة والخرائط والتصدير.</translation>
  </message>
  <message>
   <location filename="explorer/ui/tasks/tasks_panel.py" />
   <source>Tasks</source>
   <translation>المهام</translation>
  </message>
  <message>
   <location filename="explorer/ui/tasks/tasks_panel.py" />
   <source>What a job has to say stands here.</source>
   <translation>هنا ما تقوله المهمة.</translation>
  </message>
  <message>
   <location filename="explorer/ui/welcome/middle.py" />
   <source>Choose a folder…</source>
   <translation>اختيار مجلد…</translation>
  </message>
  <message>
   <location filename="explorer/ui/welcome/middle.py" />
   <source>Drop a folder here</source>
   <translation>أفلت مجلدًا هنا</translation>
  </message>
  <message>
   <location filename="explorer/ui/welcome/middle.py" />
   <source>Drop a folder or files on the window to index them.</source>
   <translation>أفلت مجلدًا أو ملفات على النافذة لفهرستها.</translation>
  </message>
  <message>
   <location filename="explorer/ui/welcome/middle.py" />
   <source>Nothing in it yet</source>
   <translation>لا شيء فيها بعد</translation>
  </message>
  <message>
   <location filename="explorer/ui/welcome/middle.py" />
   <source>Pictures, sounds and texts are indexed on this machine; then you search them by words, pictures and sounds, and walk their map.</source>
   <translation>تُفهرس الصور والأصوات والنصوص على هذا الجهاز؛ ثم تبحث فيها بالكلمات والصور والأصوات وتتجول في خريطتها.</translation>
  </message>
  <message>
   <location filename="explorer/ui/welcome/middle.py" />
   <source>Reading the first files</source>
   <translation>جارٍ قراءة الملفات الأولى</translation>
  </message>
  <message>
   <location filename="explorer/ui/welcome/middle.py" />
   <source>They show up here as soon as the first of them are stored.</source>
   <translation>تظهر هنا حالما يُحفظ أولها.</translation>
  </message>
  <message>
   <location filename="explorer/ui/welcome/tips.py" />
   <source>Click a chip in the search field to weigh it, switch it off or turn it into a minus.</source>
   <translation>انقر جزءًا في حقل البحث لوزنه أو إطفائه أو جعله سالبًا.</translation>
  </message>
  <message>
   <location filename="explorer/ui/welcome/tips.py" />
   <source>Collection → Follow changes keeps a collection in step with its folders.</source>
   <translation>المجموعة ← متابعة التغييرات تبقي المجموعة مواكبة لمجلداتها.</translation>
  </message>
  <message>
   <location filename="explorer/ui/welcome/tips.py" />
   <source>Ctrl+K finds every command by a few letters of its name.</source>
   <translation>‏Ctrl+K يجد كل أمر ببضعة حروف من اسمه.</translation>
  </message>
  <message>
   <location filename="explorer/ui/welcome/tips.py" />
   <source>Drop or paste a picture on the search field to search by it; add words and mix them.</source>
   <translation>أفلت صورة في حقل البحث أو ألصقها للبحث بها؛ أضف كلمات وامزج بينها.</translation>
  </message>
  <message>
   <location filename="explorer/ui/welcome/tips.py" />
   <source>Hold Shift and draw around points on the map: the grid selects the same items.</source>
   <translation>اضغط Shift وارسم حول نقاط على الخريطة: تحدد الشبكة العناصر نفسها.</translation>
  </message>
  <message>
   <location filename="explorer/ui/welcome/tips.py" />
   <source>Next tip</source>
   <translation>التلميح التالي</translation>
  </message>
  <message>
   <location filename="explorer/ui/welcome/tips.py" />
   <source>No more tips</source>
   <translation>لا مزيد من التلميحات</translation>
  </message>
  <message>
   <location filename="explorer/ui/welcome/tips.py" />
   <source>Press Space on an item to see it large, 1 to 5 to rate it, T to tag it.</source>
   <translation>اضغط Space على عنصر لتراه كبيرًا، ومن 1 إلى 5 لتقييمه، وT لوسمه.</translation>
  </message>
  <message>
   <location filename="explorer/ui/welcome/tips.py" />
   <source>Put the tip away</source>
   <translation>تنحية التلميح</translation>
  </message>
  <message>
   <location filename="explorer/ui/welcome/tips.py" />
   <source>The number on a hit says how much of your collection is farther from what you asked.</source>
   <translation>الرقم على النتيجة يقول كم من مجموعتك أبعد عما سألت.</translation>
  </message>
  <message>
   <location filename="explorer/ui/welcome/tips.py" />
   <source>Type to search. Put a minus in front of a word to turn away from it.</source>
   <translation>اكتب لتبحث. ضع علامة ناقص قبل كلمة لتبتعد عنها.</translation>
  </message>
  <message>
   <location filename="explorer/ui/workspaces_dialog.py" />
   <source>A workspace keeps collection, query, selection, views and layout under a name. There is none yet.</source>
   <translation>تحفظ مساحة العمل المجموعة والاستعلام والتحديد والعروض والترتيب باسم. لا توجد واحدة بعد.</translation>
  </message>
  <message>
   <location filename="explorer/ui/workspaces_dialog.py" />
   <source>Enter opens, F2 renames.</source>
   <translation>‏Enter يفتح، وF2 يعيد التسمية.</translation>
  </message>
  <message>
   <location filename="explorer/ui/workspaces_dialog.py" />
   <source>Keep</source>
   <translation>حفظ</translation>
  </message>
  <message>
   <location filename="explorer/ui/workspaces_dialog.py" />
   <source>Name for what is on the screen now</source>
   <translation>اسم لما على الشاشة الآن</translation>
  </message>
  <message>
   <location filename="explorer/ui/workspaces_dialog.py" />
   <source>Name of a new workspace</source>
   <translation>اسم مساحة عمل جديدة</translation>
  </message>
  <message>
   <location filename="explorer/ui/workspaces_dialog.py" />
   <source>Workspaces</source>
   <translation>مساحات العمل</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/clustering.py" />
   <source>Find groups</source>
   <translation>إيجاد المجموعات</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/clustering.py" />
   <source>Naming groups</source>
   <translation>تسمية المجموعات</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/comparing.py" />
   <source>Compare {a} with {b}</source>
   <translation>مقارنة {a} مع {b}</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/comparing.py" />
   <source>Correct {space}</source>
   <translation>تصحيح {space}</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/comparing.py" />
   <source>Embed in {space}</source>
   <translation>تضمين في {space}</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/comparing.py" />
   <source>Leave {space} uncorrected</source>
   <translation>ترك {space} دون تصحيح</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/comparing.py" />
   <source>Score both spaces</source>
   <translation>تقييم الفضاءين</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/comparison.py" />
   <source>'{space}' sees none of these items, only their names, which say nothing of it.</source>
   <translation>لا يرى '{space}' أيًّا من هذه العناصر بل أسماءها فقط، وهي لا تقول عنه شيئًا.</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/comparison.py" />
   <source>No item has a vector in both '{a}' and '{b}' yet.</source>
   <translation>لا يوجد بعدُ عنصر له متجه في كل من '{a}' و'{b}'.</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/comparison.py" />
   <source>There is nothing to ask yet: type words, or look at an item.</source>
   <translation>لا شيء يُسأل بعد: اكتب كلمات أو انظر إلى عنصر.</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/comparison.py" />
   <source>Too few items have a name that says what they are. Choose labelled pairs from a file.</source>
   <translation>قليل من العناصر يدل اسمه على محتواه. اختر أزواجًا معنونة من ملف.</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/duplicates.py" />
   <source>Comparing pictures</source>
   <translation>تُقارن الصور</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/explaining_colours.py" />
   <source>Look into the parts of {name}</source>
   <translation>النظر في أجزاء {name}</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/explaining_colours.py" />
   <source>Stopped. What was looked into is kept; start again to go on.</source>
   <translation>أُوقف. ما نُظر فيه محفوظ؛ ابدأ من جديد للمتابعة.</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/explaining_colours.py" />
   <source>Words now meet parts of {count} items.</source>
   <translation>تلتقي الكلمات الآن بأجزاء {count} عنصرًا.</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/explaining_colours.py" />
   <source>{count} could not be read: {first}.</source>
   <translation>تعذّرت قراءة {count}: {first}.</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/explaining_directions.py" />
   <source>There are no words on one of the two sides.</source>
   <translation>لا كلمات في أحد الجانبين.</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/explaining_gallery.py" />
   <source>There is nothing to put on the page. {why}</source>
   <translation>لا يوجد ما يوضع في الصفحة. {why}</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/explaining_gallery.py" />
   <source>{output}: it cannot be written: {reason}.</source>
   <translation>{output}: لا يمكن كتابته: {reason}.</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/explaining_heard.py" />
   <source>No word was heard in the sound. Type some.</source>
   <translation>لم تُسمع أي كلمة في الصوت. اكتب بعضها.</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/explaining_methods.py" />
   <source>Compare methods on {title}</source>
   <translation>مقارنة الطرائق على {title}</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/explaining_tables.py" />
   <source>There is nothing to write yet.</source>
   <translation>لا شيء يُكتب بعد.</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/files.py" />
   <source>{file} cannot be written: {reason}. Your settings are kept until you quit.</source>
   <translation>لا يمكن كتابة {file}: {reason}. تبقى إعداداتك حتى تُنهي البرنامج.</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/keeping_patches.py" />
   <source>Stopped. The patches that were kept stay; start again to go on.</source>
   <translation>أُوقف. الأجزاء المحفوظة باقية؛ ابدأ من جديد للمتابعة.</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/labelled.py" />
   <source>Encoding for {space}</source>
   <translation>ترميز لـ {space}</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/labelled.py" />
   <source>There is no file {label}, while others in its column are files.</source>
   <translation>لا يوجد ملف {label}، بينما غيره في عموده ملفات.</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/labelled.py" />
   <source>There is no file {name}, here or in {folder}.</source>
   <translation>لا يوجد ملف {name}، لا هنا ولا في {folder}.</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/labelled.py" />
   <source>{file} cannot be read: {error}.</source>
   <translation>لا يمكن قراءة {file}: {error}.</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/labelled.py" />
   <source>{file} has no column '{name}'; it needs {known}.</source>
   <translation>لا يوجد عمود '{name}' في {file}؛ المطلوب {known}.</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/labelled.py" />
   <source>{file} has no rows.</source>
   <translation>لا توجد صفوف في {file}.</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/labelled.py" />
   <source>{file}: line {number} lacks a or b.</source>
   <translation>{file}: ينقص a أو b في السطر {number}.</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/mapping.py" />
   <source>Lay out the map ({method})</source>
   <translation>رسم الخريطة ({method})</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/mapping.py" />
   <source>Place what is new on the map</source>
   <translation>وضع الجديد على الخريطة</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/refining.py" />
   <source>Delete {name}</source>
   <translation>حذف {name}</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/refining.py" />
   <source>Dislike {what}</source>
   <translation>عدم الإعجاب بـ {what}</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/refining.py" />
   <source>Forget what was thought of {what}</source>
   <translation>نسيان الرأي في {what}</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/refining.py" />
   <source>Keep the concept {name}</source>
   <translation>حفظ المفهوم {name}</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/refining.py" />
   <source>Like {what}</source>
   <translation>الإعجاب بـ {what}</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/refining.py" />
   <source>Rename {name}</source>
   <translation>إعادة تسمية {name}</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/refining.py" />
   <source>Save the search {name}</source>
   <translation>حفظ البحث {name}</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/selecting.py" />
   <source>Select 1 item</source>
   <translation>تحديد عنصر واحد</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/selecting.py" />
   <source>Select {count} items</source>
   <translation>تحديد {count} عنصرًا</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/session.py" />
   <source>Index {names}</source>
   <translation>فهرسة {names}</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/session.py" />
   <source>Index {names} and {count} more</source>
   <translation>فهرسة {names} و{count} أخرى</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/session.py" />
   <source>Nothing like it was found: it has no vectors.</source>
   <translation>لم يُعثر على شبيه: ليس له متّجهات.</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/session.py" />
   <source>Rate {stars}</source>
   <translation>تقييم {stars}</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/session.py" />
   <source>Stopped. What was indexed is kept; index again to go on.</source>
   <translation>أُوقفت. ما فُهرس محفوظ؛ افهرس من جديد للمتابعة.</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/session.py" />
   <source>Tag {names}</source>
   <translation>وسم {names}</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/space_work.py" />
   <source>'{name}' has no vectors of '{space}' any more.</source>
   <translation>لم يعد في «{name}» متّجهات من «{space}».</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/space_work.py" />
   <source>'{space}' has given its memory back.</source>
   <translation>أعاد «{space}» ذاكرته.</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/space_work.py" />
   <source>'{space}' is added.</source>
   <translation>أُضيف «{space}».</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/space_work.py" />
   <source>'{space}' is added. {result}</source>
   <translation>أُضيف «{space}». {result}</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/space_work.py" />
   <source>'{space}' is off the list. Its files are where they were.</source>
   <translation>أُزيل «{space}» من القائمة. ملفاته في مكانها.</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/space_work.py" />
   <source>'{space}' runs on {device} in {precision}.</source>
   <translation>يعمل «{space}» على {device} بدقة {precision}.</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/space_work.py" />
   <source>'{space}' serves in '{name}'.</source>
   <translation>«{space}» يخدم في «{name}».</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/space_work.py" />
   <source>Add {name}</source>
   <translation>إضافة {name}</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/space_work.py" />
   <source>Embed {name} in {space}</source>
   <translation>تضمين {name} في {space}</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/space_work.py" />
   <source>Fetch {name}</source>
   <translation>جلب {name}</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/space_work.py" />
   <source>Forget {space}</source>
   <translation>نسيان {space}</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/space_work.py" />
   <source>Give new collections {space}</source>
   <translation>إعطاء المجموعات الجديدة {space}</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/space_work.py" />
   <source>New collections have the space '{space}'.</source>
   <translation>للمجموعات الجديدة الفضاء «{space}».</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/space_work.py" />
   <source>Remove {space}</source>
   <translation>إزالة {space}</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/space_work.py" />
   <source>Set up {space}</source>
   <translation>إعداد {space}</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/space_work.py" />
   <source>Stopped. What is there by now is kept.</source>
   <translation>أُوقف. ما وصل حتى الآن محفوظ.</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/space_work.py" />
   <source>Switch to {space}</source>
   <translation>التبديل إلى {space}</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/space_work.py" />
   <source>Test {space}</source>
   <translation>اختبار {space}</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/space_work.py" />
   <source>Testing</source>
   <translation>يُختبر</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/space_work.py" />
   <source>Unload {space}</source>
   <translation>تفريغ {space}</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/trashing.py" />
   <source>1 file</source>
   <translation>ملف واحد</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/trashing.py" />
   <source>1 file was moved to the trash.</source>
   <translation>نُقل ملف واحد إلى المهملات.</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/trashing.py" />
   <source>1 file was put back.</source>
   <translation>أُعيد ملف واحد.</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/trashing.py" />
   <source>Move {files} to the trash</source>
   <translation>نقل {files} إلى المهملات</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/trashing.py" />
   <source>Parts of a file cannot go to the trash by themselves; they were left out.</source>
   <translation>لا تذهب أجزاء ملف وحدها إلى المهملات؛ فتُركت.</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/trashing.py" />
   <source>Put {files} back</source>
   <translation>إعادة {files}</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/trashing.py" />
   <source>{count} files</source>
   <translation>{count} ملفًا</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/trashing.py" />
   <source>{count} files were moved to the trash.</source>
   <translation>نُقل {count} ملفًا إلى المهملات.</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/trashing.py" />
   <source>{count} files were put back.</source>
   <translation>أُعيد {count} ملفًا.</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/trashing.py" />
   <source>{count} more failed.</source>
   <translation>وأخفق {count} أخرى.</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/word_norms.py" />
   <source>{file} has no common words.</source>
   <translation>لا توجد كلمات شائعة في {file}.</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/workspaces.py" />
   <source>A workspace cannot be called '{new}': there is one already.</source>
   <translation>لا يمكن تسمية مساحة العمل '{new}': توجد واحدة بالفعل.</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/workspaces.py" />
   <source>A workspace needs a name.</source>
   <translation>تحتاج مساحة العمل إلى اسم.</translation>
  </message>
  <message>
   <location filename="explorer/viewstate/workspaces.py" />
   <source>There is no workspace called '{name}'.</source>
   <translation>لا توجد مساحة عمل باسم '{name}'.</translation>
  </message>
  <message>
   <location filename="plugins/audio/plugin.py" />
   <source>it is damaged or cut short ({why})</source>
   <translation>هو تالف أو مبتور ({why})</translation>
  </message>
  <message>
   <location filename="plugins/audio/plugin.py" />
   <source>it is not a sound, or its beginning is damaged</source>
   <translation>ليس صوتًا، أو أن بدايته تالفة</translation>
  </message>
  <message>
   <location filename="plugins/audio/plugin.py" />
   <source>it lasts {s} s; up to {most} s go</source>
   <translation>مدته {s} ث؛ والحد {most} ث</translation>
  </message>
  <message>
   <location filename="plugins/audio/plugin.toml" />
   <source>Recordings: WAV, FLAC, Ogg, Opus, MP3, AIFF and whatever else libsndfile reads.</source>
   <translation>التسجيلات: WAV وFLAC وOgg وOpus وMP3 وAIFF وكل ما تقرؤه libsndfile.</translation>
  </message>
  <message>
   <location filename="plugins/audio/plugin.toml" />
   <source>Sounds</source>
   <translation>الأصوات</translation>
  </message>
  <message>
   <location filename="plugins/pictures/picture.py" />
   <source>it is damaged or cut short ({reason})</source>
   <translation>هو تالف أو مبتور ({reason})</translation>
  </message>
  <message>
   <location filename="plugins/pictures/picture.py" />
   <source>it is not a picture, or its beginning is damaged</source>
   <translation>ليس صورة، أو أن بدايته تالفة</translation>
  </message>
  <message>
   <location filename="plugins/pictures/picture.py" />
   <source>it says it has more than {limit} million pixels, which is the limit</source>
   <translation>يقول إن فيه أكثر من {limit} مليون بكسل، وهذا هو الحد</translation>
  </message>
  <message>
   <location filename="plugins/pictures/plugin.toml" />
   <source>Photos and drawings: JPEG, PNG, WebP, GIF, TIFF, HEIC, AVIF and whatever else Pillow opens.</source>
   <translation>الصور والرسوم: JPEG وPNG وWebP وGIF وTIFF وHEIC وAVIF وكل ما تفتحه Pillow.</translation>
  </message>
  <message>
   <location filename="plugins/pictures/plugin.toml" />
   <source>Pictures</source>
   <translation>الصور</translation>
  </message>
  <message>
   <location filename="plugins/text/columns.py" />
   <source>its column choice {name} is not usable: {reason}</source>
   <translation>تعذّر استعمال اختيار أعمدته {name}: {reason}</translation>
  </message>
  <message>
   <location filename="plugins/text/columns.py" />
   <source>{name} may have title and id (a column each) and text (a list), not {kind} = {value}</source>
   <translation>في {name} ‏title وid (عمود لكل منهما) وtext (قائمة)، لا {kind} = {value}</translation>
  </message>
  <message>
   <location filename="plugins/text/columns.py" />
   <source>{name} names the column '{column}'; there is {known}</source>
   <translation>يذكر {name} العمود «{column}»؛ الموجود {known}</translation>
  </message>
  <message>
   <location filename="plugins/text/encoding.py" />
   <source>it is damaged: {reason}</source>
   <translation>هو تالف: {reason}</translation>
  </message>
  <message>
   <location filename="plugins/text/encoding.py" />
   <source>it is longer than {limit} MB; split it up</source>
   <translation>أطول من {limit} م.ب؛ قسّمه</translation>
  </message>
  <message>
   <location filename="plugins/text/encoding.py" />
   <source>it is not text</source>
   <translation>ليس نصًّا</translation>
  </message>
  <message>
   <location filename="plugins/text/encoding.py" />
   <source>it is not text, or in an encoding that cannot be told</source>
   <translation>ليس نصًّا، أو بترميز لا يُعرف</translation>
  </message>
  <message>
   <location filename="plugins/text/plugin.toml" />
   <source>Plain text and Markdown by paragraph; CSV, TSV, JSON lines and Parquet by row.</source>
   <translation>النص العادي وMarkdown بالفقرات؛ CSV وTSV وأسطر JSON وParquet بالصفوف.</translation>
  </message>
  <message>
   <location filename="plugins/text/plugin.toml" />
   <source>Text and tables</source>
   <translation>النصوص والجداول</translation>
  </message>
  <message>
   <location filename="plugins/text/prose.py" />
   <source>there are no words in it</source>
   <translation>لا كلمات فيه</translation>
  </message>
  <message>
   <location filename="plugins/text/rows.py" />
   <source>it is not Parquet, or damaged ({reason})</source>
   <translation>ليس Parquet، أو تالف ({reason})</translation>
  </message>
  <message>
   <location filename="plugins/text/tables.py" />
   <source>it has changed; {part} is not where it was</source>
   <translation>تغيّر؛ {part} ليس حيث كان</translation>
  </message>
  <message>
   <location filename="plugins/text/tables.py" />
   <source>there are no rows in it</source>
   <translation>لا صفوف فيه</translation>
  </message>
 </context>
</TS>
