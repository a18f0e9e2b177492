<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
 <context>
  <name>AboutSheet</name>
  <message>
   <source>About Hearth</source>
   <translation>حول Hearth</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>إغلاق</translation>
  </message>
  <message>
   <source>Hearth is under the Apache License 2.0. It stands on these, each under its own licence:</source>
   <translation>يخضع Hearth لرخصة Apache 2.0، ويقوم على البرامج الآتية، ولكلٍّ منها رخصته:</translation>
  </message>
  <message>
   <source>Hearth {version}. Private AI that stays home.</source>
   <translation>Hearth {version}. ذكاء اصطناعي خاص يبقى في البيت.</translation>
  </message>
  <message>
   <source>Licences</source>
   <translation>الرخص</translation>
  </message>
 </context>
 <context>
  <name>Actions</name>
  <message>
   <source>About Hearth</source>
   <translation>حول Hearth</translation>
  </message>
  <message>
   <source>Add a folder to the library…</source>
   <translation>إضافة مجلد إلى المكتبة…</translation>
  </message>
  <message>
   <source>Add a model file…</source>
   <translation>إضافة ملف نموذج…</translation>
  </message>
  <message>
   <source>Add files to this conversation…</source>
   <translation>إضافة ملفات إلى هذه المحادثة…</translation>
  </message>
  <message>
   <source>Answers</source>
   <translation>الإجابات</translation>
  </message>
  <message>
   <source>Ask a quick question…</source>
   <translation>اطرح سؤالًا سريعًا…</translation>
  </message>
  <message>
   <source>Assistants…</source>
   <translation>المساعدون…</translation>
  </message>
  <message>
   <source>Begin a new line in the question</source>
   <translation>بدء سطر جديد في السؤال</translation>
  </message>
  <message>
   <source>Block all connections, or allow them again</source>
   <translation>حظر كل الاتصالات أو السماح بها من جديد</translation>
  </message>
  <message>
   <source>Bring back what was just deleted</source>
   <translation>استعادة ما حُذف للتو</translation>
  </message>
  <message>
   <source>Choose the model that answers…</source>
   <translation>اختيار النموذج الذي يجيب…</translation>
  </message>
  <message>
   <source>Choose whether a server answers this conversation…</source>
   <translation>اختر هل يجيب خادم عن هذه المحادثة…</translation>
  </message>
  <message>
   <source>Choose who answers this conversation…</source>
   <translation>اختيار من يجيب في هذه المحادثة…</translation>
  </message>
  <message>
   <source>Close the top-most thing, then stop the answer</source>
   <translation>إغلاق ما هو في الأعلى، ثم إيقاف الإجابة</translation>
  </message>
  <message>
   <source>Compare an answer here with a server's…</source>
   <translation>مقارنة إجابة من هنا بإجابة خادم…</translation>
  </message>
  <message>
   <source>Conversations</source>
   <translation>المحادثات</translation>
  </message>
  <message>
   <source>Delete this conversation</source>
   <translation>حذف هذه المحادثة</translation>
  </message>
  <message>
   <source>Duplicate this conversation</source>
   <translation>تكرار هذه المحادثة</translation>
  </message>
  <message>
   <source>Find a command or a conversation…</source>
   <translation>البحث عن أمر أو محادثة…</translation>
  </message>
  <message>
   <source>Find in this conversation</source>
   <translation>البحث في هذه المحادثة</translation>
  </message>
  <message>
   <source>Go to the end of the conversation</source>
   <translation>الانتقال إلى آخر المحادثة</translation>
  </message>
  <message>
   <source>Go to the next part of the window</source>
   <translation>الانتقال إلى الجزء التالي من النافذة</translation>
  </message>
  <message>
   <source>Go to the previous part of the window</source>
   <translation>الانتقال إلى الجزء السابق من النافذة</translation>
  </message>
  <message>
   <source>Go to the question field</source>
   <translation>الانتقال إلى حقل السؤال</translation>
  </message>
  <message>
   <source>Help</source>
   <translation>المساعدة</translation>
  </message>
  <message>
   <source>Instructions for this conversation…</source>
   <translation>تعليمات هذه المحادثة…</translation>
  </message>
  <message>
   <source>Keyboard shortcuts</source>
   <translation>اختصارات لوحة المفاتيح</translation>
  </message>
  <message>
   <source>Ledger: what left this computer</source>
   <translation>السجل: ما غادر هذا الحاسوب</translation>
  </message>
  <message>
   <source>Library</source>
   <translation>المكتبة</translation>
  </message>
  <message>
   <source>Lock Hearth</source>
   <translation>قفل Hearth</translation>
  </message>
  <message>
   <source>Models</source>
   <translation>النماذج</translation>
  </message>
  <message>
   <source>Models…</source>
   <translation>النماذج…</translation>
  </message>
  <message>
   <source>Move this conversation to a folder…</source>
   <translation>نقل هذه المحادثة إلى مجلد…</translation>
  </message>
  <message>
   <source>New conversation</source>
   <translation>محادثة جديدة</translation>
  </message>
  <message>
   <source>New folder…</source>
   <translation>مجلد جديد…</translation>
  </message>
  <message>
   <source>New temporary conversation</source>
   <translation>محادثة مؤقتة جديدة</translation>
  </message>
  <message>
   <source>Next conversation in the list</source>
   <translation>المحادثة التالية في القائمة</translation>
  </message>
  <message>
   <source>Next hit in this conversation</source>
   <translation>النتيجة التالية في هذه المحادثة</translation>
  </message>
  <message>
   <source>Pin or unpin this conversation</source>
   <translation>تثبيت هذه المحادثة أو إلغاء تثبيتها</translation>
  </message>
  <message>
   <source>Previous conversation in the list</source>
   <translation>المحادثة السابقة في القائمة</translation>
  </message>
  <message>
   <source>Previous hit in this conversation</source>
   <translation>النتيجة السابقة في هذه المحادثة</translation>
  </message>
  <message>
   <source>Quit Hearth</source>
   <translation>إنهاء Hearth</translation>
  </message>
  <message>
   <source>Quote the selection in the question</source>
   <translation>اقتباس المحدد في السؤال</translation>
  </message>
  <message>
   <source>Rename this conversation…</source>
   <translation>إعادة تسمية هذه المحادثة…</translation>
  </message>
  <message>
   <source>Saved prompts…</source>
   <translation>المُدخلات المحفوظة…</translation>
  </message>
  <message>
   <source>Search in all messages</source>
   <translation>البحث في جميع الرسائل</translation>
  </message>
  <message>
   <source>Send the question</source>
   <translation>إرسال السؤال</translation>
  </message>
  <message>
   <source>Servers…</source>
   <translation>الخوادم…</translation>
  </message>
  <message>
   <source>Settings…</source>
   <translation>الإعدادات…</translation>
  </message>
  <message>
   <source>Show all branches of this conversation</source>
   <translation>عرض جميع فروع هذه المحادثة</translation>
  </message>
  <message>
   <source>Show or hide the list of conversations</source>
   <translation>إظهار قائمة المحادثات أو إخفاؤها</translation>
  </message>
  <message>
   <source>Show or hide the side panel</source>
   <translation>إظهار اللوحة الجانبية أو إخفاؤها</translation>
  </message>
  <message>
   <source>Stop the answer</source>
   <translation>إيقاف الإجابة</translation>
  </message>
  <message>
   <source>Switch between light and dark</source>
   <translation>التبديل بين الفاتح والداكن</translation>
  </message>
  <message>
   <source>Window</source>
   <translation>النافذة</translation>
  </message>
  <message>
   <source>Writing</source>
   <translation>الكتابة</translation>
  </message>
 </context>
 <context>
  <name>AdapterForm</name>
  <message>
   <source>Adapters (LoRA): small files that change how a model answers. 1 is the strength it was made with.</source>
   <translation>المحوِّلات (LoRA): ملفات صغيرة تغيّر طريقة إجابة النموذج. القوة ١ هي التي صُنعت بها.</translation>
  </message>
  <message>
   <source>Add an adapter…</source>
   <translation>إضافة محوِّل…</translation>
  </message>
  <message>
   <source>Choose an adapter</source>
   <translation>اختر محوِّلًا</translation>
  </message>
 </context>
 <context>
  <name>AdapterRow</name>
  <message>
   <source>Strength of {name}</source>
   <translation>قوة {name}</translation>
  </message>
  <message>
   <source>Take out {name}</source>
   <translation>إخراج {name}</translation>
  </message>
 </context>
 <context>
  <name>AnswerPicker</name>
  <message>
   <source>Answer {number} of {count}</source>
   <translation>الإجابة {number} من {count}</translation>
  </message>
  <message>
   <source>The answer after this one</source>
   <translation>الإجابة التي تلي هذه</translation>
  </message>
  <message>
   <source>The answer before this one</source>
   <translation>الإجابة التي تسبق هذه</translation>
  </message>
 </context>
 <context>
  <name>AutoLock</name>
  <message>
   <source>When nobody is here, and when the computer goes to sleep. A locked screen can't be heard on this system.</source>
   <translation>عند غياب المستخدم وعند سكون الحاسوب. لا يمكن معرفة قفل الشاشة على هذا النظام.</translation>
  </message>
  <message>
   <source>When nobody is here, and when the screen is locked or the computer goes to sleep.</source>
   <translation>عند غياب المستخدم، وعند قفل الشاشة أو سكون الحاسوب.</translation>
  </message>
  <message>
   <source>When nobody is here, and when the screen is locked. Sleep can't be heard on this system.</source>
   <translation>عند غياب المستخدم وعند قفل الشاشة. لا يمكن معرفة سكون الحاسوب على هذا النظام.</translation>
  </message>
  <message>
   <source>When nobody is here. This system doesn't tell Hearth of a locked screen or of sleep.</source>
   <translation>عند غياب المستخدم. لا يُعلِم هذا النظام Hearth بقفل الشاشة ولا بالسكون.</translation>
  </message>
 </context>
 <context>
  <name>BackupDesk</name>
  <message>
   <source>A backup is being made: {percent} %. Chats go on; files can't be searched.</source>
   <translation>تُنشأ نسخة احتياطية: {percent}٪. تستمر المحادثات، ولا يمكن البحث في الملفات.</translation>
  </message>
  <message>
   <source>A backup is being made…</source>
   <translation>تُنشأ نسخة احتياطية…</translation>
  </message>
  <message>
   <source>Backups of Hearth</source>
   <translation>نسخ Hearth الاحتياطية</translation>
  </message>
  <message>
   <source>Make a backup</source>
   <translation>إنشاء نسخة احتياطية</translation>
  </message>
  <message>
   <source>Make a recovery code</source>
   <translation>إنشاء رمز استرداد</translation>
  </message>
  <message>
   <source>Make a recovery code first?</source>
   <translation>هل تنشئ رمز استرداد أولًا؟</translation>
  </message>
  <message>
   <source>The backup is made, was read back and is whole: {path}</source>
   <translation>أُنشئت النسخة الاحتياطية وقُرئت ثانية وهي كاملة: {path}</translation>
  </message>
  <message>
   <source>The backup is made.</source>
   <translation>أُنشئت النسخة الاحتياطية.</translation>
  </message>
  <message>
   <source>The backup was stopped, and nothing of it is left.</source>
   <translation>أُوقفت النسخة الاحتياطية ولم يبق منها شيء.</translation>
  </message>
  <message>
   <source>This profile opens by your system's keyring, which no backup can take along. A recovery code on paper opens the backup on any computer. Make one, then make the backup.</source>
   <translation>يُفتح هذا الملف الشخصي بحلقة مفاتيح نظامك، ولا يمكن لنسخة احتياطية أن تأخذها معها. رمز استرداد على ورق يفتح النسخة على أي حاسوب. أنشئ رمزًا ثم أنشئ النسخة.</translation>
  </message>
 </context>
 <context>
  <name>BranchDesk</name>
  <message>
   <source>Branches</source>
   <translation>الفروع</translation>
  </message>
 </context>
 <context>
  <name>BranchesPage</name>
  <message>
   <source>(empty)</source>
   <translation>(فارغ)</translation>
  </message>
  <message>
   <source>Answer</source>
   <translation>إجابة</translation>
  </message>
  <message>
   <source>Branches of this conversation</source>
   <translation>فروع هذه المحادثة</translation>
  </message>
  <message>
   <source>Choose a branch to read it. The one you read now is bold.</source>
   <translation>اختر فرعًا لقراءته. الفرع الحالي بخط عريض.</translation>
  </message>
  <message>
   <source>This conversation has one branch. Edit a question or ask for another answer, and both versions are kept here.</source>
   <translation>لهذه المحادثة فرع واحد. عدّل سؤالًا أو اطلب إجابة أخرى، وتبقى النسختان محفوظتين هنا.</translation>
  </message>
  <message>
   <source>You</source>
   <translation>أنت</translation>
  </message>
  <message>
   <source>{words}, shown now</source>
   <translation>{words}، معروض الآن</translation>
  </message>
 </context>
 <context>
  <name>ChatPage</name>
  <message>
   <source>Conversation</source>
   <translation>محادثة</translation>
  </message>
  <message>
   <source>Copied.</source>
   <translation>تم النسخ.</translation>
  </message>
  <message>
   <source>New conversation</source>
   <translation>محادثة جديدة</translation>
  </message>
  <message>
   <source>Nothing of this conversation is kept. It is gone when Hearth locks or closes.</source>
   <translation>لا يُحفظ شيء من هذه المحادثة. تذهب عندما يُقفل Hearth أو يُغلق.</translation>
  </message>
  <message>
   <source>Temporary conversation</source>
   <translation>محادثة مؤقتة</translation>
  </message>
 </context>
 <context>
  <name>Chips</name>
  <message>
   <source>Files of this conversation</source>
   <translation>ملفات هذه المحادثة</translation>
  </message>
  <message>
   <source>Pasted text</source>
   <translation>نص ملصق</translation>
  </message>
  <message>
   <source>Pasted text, {size}</source>
   <translation>نص ملصق، {size}</translation>
  </message>
  <message>
   <source>Pasted text. Press to have it in the field.</source>
   <translation>نص ملصق. اضغط لوضعه في الحقل.</translation>
  </message>
  <message>
   <source>Read {name} again</source>
   <translation>قراءة {name} مجددًا</translation>
  </message>
  <message>
   <source>Remove the pasted text</source>
   <translation>إزالة النص الملصق</translation>
  </message>
  <message>
   <source>Remove {name} from this conversation</source>
   <translation>إزالة {name} من هذه المحادثة</translation>
  </message>
  <message>
   <source>Retry</source>
   <translation>إعادة المحاولة</translation>
  </message>
  <message>
   <source>The model will see this picture with your question.</source>
   <translation>سيرى النموذج هذه الصورة مع سؤالك.</translation>
  </message>
  <message>
   <source>Unlock {name}</source>
   <translation>فتح قفل {name}</translation>
  </message>
  <message>
   <source>Unlock…</source>
   <translation>فتح القفل…</translation>
  </message>
  <message>
   <source>can't be read</source>
   <translation>تتعذر قراءته</translation>
  </message>
  <message>
   <source>read in part</source>
   <translation>قُرئ جزء منه</translation>
  </message>
  <message>
   <source>reading…</source>
   <translation>جارٍ القراءة…</translation>
  </message>
  <message>
   <source>ready</source>
   <translation>جاهز</translation>
  </message>
  <message>
   <source>shown to the model</source>
   <translation>تُعرض على النموذج</translation>
  </message>
  <message>
   <source>words read</source>
   <translation>قُرئت كلماتها</translation>
  </message>
  <message>
   <source>{count} characters</source>
   <translation>عدد الأحرف: {count}</translation>
  </message>
 </context>
 <context>
  <name>CloudFrame</name>
  <message>
   <source>This conversation is answered by a server</source>
   <translation>يجيب خادم عن هذه المحادثة</translation>
  </message>
 </context>
 <context>
  <name>Compare</name>
  <message numerus="yes">
   <source>%Ln token(s)</source>
   <translation>
    <numerusform>%Ln رمز</numerusform>
    <numerusform>رمز واحد</numerusform>
    <numerusform>رمزان</numerusform>
    <numerusform>%Ln رموز</numerusform>
    <numerusform>%Ln رمزًا</numerusform>
    <numerusform>%Ln رمز</numerusform>
   </translation>
  </message>
  <message>
   <source>All this cost {cost}.</source>
   <translation>كلّف هذا كله {cost}.</translation>
  </message>
  <message>
   <source>Being written…</source>
   <translation>تُكتب الآن…</translation>
  </message>
  <message>
   <source>Equally good</source>
   <translation>متساويتان في الجودة</translation>
  </message>
  <message>
   <source>First answer</source>
   <translation>الإجابة الأولى</translation>
  </message>
  <message>
   <source>Here it took about {energy} Wh.</source>
   <translation>استهلك هنا نحو {energy} واط‑ساعة.</translation>
  </message>
  <message>
   <source>Neither is good</source>
   <translation>لا واحدة منهما جيدة</translation>
  </message>
  <message>
   <source>On average {here} s here, {there} s there.</source>
   <translation>في المتوسط {here} ث هنا و{there} ث هناك.</translation>
  </message>
  <message>
   <source>Second answer</source>
   <translation>الإجابة الثانية</translation>
  </message>
  <message>
   <source>Stopped before its end.</source>
   <translation>أُوقفت قبل نهايتها.</translation>
  </message>
  <message>
   <source>The first is better</source>
   <translation>الأولى أفضل</translation>
  </message>
  <message>
   <source>The second is better</source>
   <translation>الثانية أفضل</translation>
  </message>
  <message>
   <source>This answer didn't come. The reason was told when it happened.</source>
   <translation>لم تصل هذه الإجابة. ذُكر السبب وقت حدوثه.</translation>
  </message>
  <message>
   <source>Waiting for the first word…</source>
   <translation>في انتظار الكلمة الأولى…</translation>
  </message>
  <message>
   <source>about {cost}</source>
   <translation>نحو {cost}</translation>
  </message>
  <message>
   <source>about {energy} Wh at {watts} W</source>
   <translation>نحو {energy} واط‑ساعة عند {watts} واط</translation>
  </message>
  <message>
   <source>energy unknown</source>
   <translation>الطاقة غير معروفة</translation>
  </message>
  <message>
   <source>equally good</source>
   <translation>متساويتان</translation>
  </message>
  <message>
   <source>first word after {seconds} s</source>
   <translation>الكلمة الأولى بعد {seconds} ث</translation>
  </message>
  <message>
   <source>neither was good</source>
   <translation>لم تكن أي منهما جيدة</translation>
  </message>
  <message>
   <source>not judged</source>
   <translation>لم يُحكم عليها</translation>
  </message>
  <message>
   <source>price unknown</source>
   <translation>السعر غير معروف</translation>
  </message>
  <message>
   <source>this computer was better</source>
   <translation>كان هذا الحاسوب أفضل</translation>
  </message>
  <message>
   <source>{here} × this computer, {there} × {name}, {both} × equally good, {neither} × neither.</source>
   <translation>{here} × هذا الحاسوب، {there} × {name}، {both} × متساويتان، {neither} × لا واحدة.</translation>
  </message>
  <message>
   <source>{local} here and {server} at {name}:</source>
   <translation>{local} هنا و{server} لدى {name}:</translation>
  </message>
  <message>
   <source>{name} was better</source>
   <translation>كان {name} أفضل</translation>
  </message>
  <message>
   <source>{seconds} s</source>
   <translation>{seconds} ث</translation>
  </message>
 </context>
 <context>
  <name>CompareDesk</name>
  <message>
   <source>Being written…</source>
   <translation>تُكتب الآن…</translation>
  </message>
  <message>
   <source>Both answers are there: the Compare page waits for your vote.</source>
   <translation>الإجابتان موجودتان: صفحة المقارنة تنتظر صوتك.</translation>
  </message>
  <message>
   <source>Delete</source>
   <translation>حذف</translation>
  </message>
  <message>
   <source>Delete this comparison?</source>
   <translation>هل تحذف هذه المقارنة؟</translation>
  </message>
  <message>
   <source>Its question, both answers and the bytes that were sent are removed for good, and your vote no longer counts. The ledger keeps that something was sent.</source>
   <translation>يُحذف سؤالها وإجابتاها والبايتات المرسلة نهائيًا، ولا يُحتسب صوتك بعد ذلك. ويبقى في السجل أن شيئًا قد أُرسل.</translation>
  </message>
  <message>
   <source>Nothing was sent.</source>
   <translation>لم يُرسل شيء.</translation>
  </message>
 </context>
 <context>
  <name>ComparePage</name>
  <message>
   <source>Ask the model on this computer and a server the same, and judge the answers yourself. The server gets this question alone, after you have seen every byte of it.</source>
   <translation>اسأل النموذج على هذا الحاسوب وخادمًا السؤال نفسه، واحكم على الإجابتين بنفسك. لا يصل إلى الخادم إلا هذا السؤال، بعد أن ترى كل بايت منه.</translation>
  </message>
  <message>
   <source>Blind</source>
   <translation>دون كشف</translation>
  </message>
  <message>
   <source>Both are asked the same here, and a picture goes to no server. Ask about it in a conversation with a model that sees.</source>
   <translation>يُسأل الاثنان هنا السؤال نفسه، ولا تذهب صورة إلى أي خادم. اسأل عنها في محادثة مع نموذج يرى.</translation>
  </message>
  <message>
   <source>Compare</source>
   <translation>مقارنة</translation>
  </message>
  <message>
   <source>Compare…</source>
   <translation>مقارنة…</translation>
  </message>
  <message>
   <source>Delete this comparison</source>
   <translation>حذف هذه المقارنة</translation>
  </message>
  <message>
   <source>Earlier comparisons</source>
   <translation>مقارنات سابقة</translation>
  </message>
  <message>
   <source>Energy here is estimated: the time it took at the watts that Settings has, or at 8 W and 6 W for each thread, and 120 W more where a graphics card computes. What a server takes nobody tells.</source>
   <translation>الطاقة هنا تقديرية: الوقت المستغرق بالواطات المحددة في الإعدادات، أو بـ ٨ واط و٦ واط لكل خيط، و١٢٠ واط إضافية حيث تحسب بطاقة رسوميات. وما يستهلكه الخادم لا يخبر به أحد.</translation>
  </message>
  <message>
   <source>No server is named yet. Name one under Servers to compare with it.</source>
   <translation>لم يُسمَّ أي خادم بعد. سمِّ واحدًا ضمن الخوادم لتقارن به.</translation>
  </message>
  <message>
   <source>On this computer: {model}</source>
   <translation>على هذا الحاسوب: {model}</translation>
  </message>
  <message>
   <source>Servers…</source>
   <translation>الخوادم…</translation>
  </message>
  <message>
   <source>Stop both</source>
   <translation>إيقاف الاثنين</translation>
  </message>
  <message>
   <source>The question for both</source>
   <translation>السؤال لكليهما</translation>
  </message>
  <message>
   <source>The server to compare with</source>
   <translation>الخادم المُقارَن به</translation>
  </message>
  <message>
   <source>There are no votes yet.</source>
   <translation>لا أصوات بعد.</translation>
  </message>
  <message>
   <source>There is no model on this computer yet. The Models page gets one.</source>
   <translation>لا يوجد نموذج على هذا الحاسوب بعد. تجد واحدًا في صفحة النماذج.</translation>
  </message>
  <message>
   <source>What your votes come to</source>
   <translation>حصيلة أصواتك</translation>
  </message>
  <message>
   <source>Which answer helps you more?</source>
   <translation>أي الإجابتين تفيدك أكثر؟</translation>
  </message>
  <message>
   <source>Who wrote which answer, and how it went, is told after your vote.</source>
   <translation>يُكشف بعد تصويتك من كتب أي إجابة وكيف جرت.</translation>
  </message>
  <message>
   <source>Without both answers there is nothing to judge.</source>
   <translation>دون الإجابتين كلتيهما لا شيء يُحكم عليه.</translation>
  </message>
  <message>
   <source>Your vote: {vote}</source>
   <translation>صوتك: {vote}</translation>
  </message>
 </context>
 <context>
  <name>Composer</name>
  <message>
   <source>Add files to this conversation…</source>
   <translation>إضافة ملفات إلى هذه المحادثة…</translation>
  </message>
  <message>
   <source>Ask, type / for saved prompts, or drop files here…</source>
   <translation>اسأل، أو اكتب / للمُدخلات المحفوظة، أو أفلت ملفات هنا…</translation>
  </message>
  <message>
   <source>Choose a model</source>
   <translation>اختيار نموذج</translation>
  </message>
  <message>
   <source>How far the model is loaded</source>
   <translation>مدى تقدّم تحميل النموذج</translation>
  </message>
  <message>
   <source>Model: {name}. Choose another.</source>
   <translation>النموذج: {name}. اختيار نموذج آخر.</translation>
  </message>
  <message>
   <source>Nothing in this conversation can leave this computer</source>
   <translation>لا شيء في هذه المحادثة يمكنه مغادرة هذا الحاسوب</translation>
  </message>
  <message>
   <source>Only what you have agreed to leaves this computer</source>
   <translation>لا يغادر هذا الحاسوب إلا ما وافقت عليه</translation>
  </message>
  <message>
   <source>Send (Ctrl+Enter)</source>
   <translation>إرسال (Ctrl+Enter)</translation>
  </message>
  <message>
   <source>Send (Enter)</source>
   <translation>إرسال (Enter)</translation>
  </message>
  <message>
   <source>Stop the answer (Esc)</source>
   <translation>أوقف الإجابة (Esc)</translation>
  </message>
  <message>
   <source>What you send here goes to {name} ({host}). Other conversations stay on this computer.</source>
   <translation>ما ترسله هنا يذهب إلى {name} ({host}). تبقى المحادثات الأخرى على هذا الحاسوب.</translation>
  </message>
  <message>
   <source>Your question</source>
   <translation>سؤالك</translation>
  </message>
 </context>
 <context>
  <name>ConfirmSheet</name>
  <message>
   <source>Keep it</source>
   <translation>إبقاء</translation>
  </message>
 </context>
 <context>
  <name>ConsentSheet</name>
  <message numerus="yes">
   <source>%Ln earlier message(s) stay here.</source>
   <translation>
    <numerusform>لا تبقى هنا أي رسالة سابقة.</numerusform>
    <numerusform>تبقى هنا رسالة سابقة واحدة.</numerusform>
    <numerusform>تبقى هنا رسالتان سابقتان.</numerusform>
    <numerusform>تبقى هنا %Ln رسائل سابقة.</numerusform>
    <numerusform>تبقى هنا %Ln رسالة سابقة.</numerusform>
    <numerusform>تبقى هنا %Ln رسالة سابقة.</numerusform>
   </translation>
  </message>
  <message>
   <source>An answer made from a file goes only if that file may go, too.</source>
   <translation>لا تُرسل إجابة كُتبت من ملف إلا إذا سُمح بإرسال ذلك الملف أيضًا.</translation>
  </message>
  <message>
   <source>Ask me before every message</source>
   <translation>اسألني قبل كل رسالة</translation>
  </message>
  <message>
   <source>Edit before sending</source>
   <translation>تعديل قبل الإرسال</translation>
  </message>
  <message>
   <source>If you allow it, messages of this conversation (“{title}”) go to {whose}, {way}, until you switch it off. No other conversation is affected.</source>
   <translation>إذا سمحت بذلك، تذهب رسائل هذه المحادثة («{title}») إلى {whose}، {way}، حتى توقف ذلك. ولا تتأثر أي محادثة أخرى.</translation>
  </message>
  <message>
   <source>If you allow it, this one question goes to {whose}, {way}, once. Nothing of any conversation goes with it.</source>
   <translation>إن سمحت بذلك، يذهب هذا السؤال وحده إلى {whose}، {way}، مرة واحدة. ولا يذهب معه شيء من أي محادثة.</translation>
  </message>
  <message>
   <source>Include earlier answers from this computer</source>
   <translation>إرسال الإجابات السابقة من هذا الحاسوب أيضًا</translation>
  </message>
  <message>
   <source>Include passages from your files</source>
   <translation>إرسال مقاطع من ملفاتك أيضًا</translation>
  </message>
  <message>
   <source>Include the instructions of this conversation</source>
   <translation>إرسال تعليمات هذه المحادثة أيضًا</translation>
  </message>
  <message>
   <source>Include what you wrote earlier</source>
   <translation>إرسال ما كتبته سابقًا أيضًا</translation>
  </message>
  <message>
   <source>Keep it local</source>
   <translation>إبقاؤها هنا</translation>
  </message>
  <message>
   <source>Off: answers from the cloud won't see your library.</source>
   <translation>معطّل: لن ترى الإجابات من السحابة مكتبتك.</translation>
  </message>
  <message>
   <source>Off: only what you type from now on goes.</source>
   <translation>معطّل: لا يُرسل إلا ما تكتبه من الآن.</translation>
  </message>
  <message>
   <source>Off: they stay here.</source>
   <translation>معطّل: تبقى هنا.</translation>
  </message>
  <message>
   <source>Send nothing</source>
   <translation>عدم إرسال شيء</translation>
  </message>
  <message>
   <source>Send this to {name}?</source>
   <translation>هل ترسل هذا إلى {name}؟</translation>
  </message>
  <message>
   <source>Send to {name}</source>
   <translation>إرسال إلى {name}</translation>
  </message>
  <message>
   <source>You are asked again because a kind of text would go that you haven't agreed to yet.</source>
   <translation>تُسأل مرة أخرى لأن نوعًا من النص لم توافق عليه بعد سيُرسل.</translation>
  </message>
  <message>
   <source>You are asked again because this is more than twice what you agreed to.</source>
   <translation>تُسأل مرة أخرى لأن هذا أكثر من ضعف ما وافقت عليه.</translation>
  </message>
  <message>
   <source>You are asked because an answer that broke off goes back to be continued, with its question and all that it needs.</source>
   <translation>تُسأل لأن إجابة انقطعت ستعود إلى الخادم لتُتابَع، مع سؤالها وكل ما تحتاجه.</translation>
  </message>
  <message>
   <source>over TLS</source>
   <translation>عبر TLS</translation>
  </message>
  <message>
   <source>without leaving this computer</source>
   <translation>دون مغادرة هذا الحاسوب</translation>
  </message>
  <message>
   <source>your own server {host}</source>
   <translation>خادمك {host}</translation>
  </message>
  <message>
   <source>{host}, a server that isn't yours</source>
   <translation>{host}، وهو خادم ليس لك</translation>
  </message>
 </context>
 <context>
  <name>ContextMeter</name>
  <message numerus="yes">
   <source>%Ln earlier message(s) left out</source>
   <translation>
    <numerusform>لم تُترك رسالة سابقة</numerusform>
    <numerusform>تُركت رسالة سابقة واحدة</numerusform>
    <numerusform>تُركت رسالتان سابقتان</numerusform>
    <numerusform>تُركت %Ln رسائل سابقة</numerusform>
    <numerusform>تُركت %Ln رسالة سابقة</numerusform>
    <numerusform>تُركت %Ln رسالة سابقة</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln passage(s) left out</source>
   <translation>
    <numerusform>لم يُترك مقطع</numerusform>
    <numerusform>تُرك مقطع واحد</numerusform>
    <numerusform>تُرك مقطعان</numerusform>
    <numerusform>تُركت %Ln مقاطع</numerusform>
    <numerusform>تُرك %Ln مقطعًا</numerusform>
    <numerusform>تُرك %Ln مقطع</numerusform>
   </translation>
  </message>
  <message>
   <source>Context {used} / {all}</source>
   <translation>السياق {used} / {all}</translation>
  </message>
  <message>
   <source>Everything fits: the model will read the whole conversation.</source>
   <translation>كل شيء يتسع: سيقرأ النموذج المحادثة كلها.</translation>
  </message>
  <message>
   <source>How much of the context is taken</source>
   <translation>مقدار المستخدم من السياق</translation>
  </message>
  <message>
   <source>These earlier messages have no room, and the model won't read them:</source>
   <translation>لا مكان لهذه الرسائل السابقة ولن يقرأها النموذج:</translation>
  </message>
  <message>
   <source>These passages of your files have no room:</source>
   <translation>لا مكان لهذه المقاطع من ملفاتك:</translation>
  </message>
  <message>
   <source>Too long for this model</source>
   <translation>أطول مما يسعه هذا النموذج</translation>
  </message>
 </context>
 <context>
  <name>ConversationDelegate</name>
  <message>
   <source>Name of the folder</source>
   <translation>اسم المجلد</translation>
  </message>
  <message>
   <source>Title</source>
   <translation>العنوان</translation>
  </message>
 </context>
 <context>
  <name>ConversationDesk</name>
  <message numerus="yes">
   <source>%Ln conversations are deleted.</source>
   <translation>
    <numerusform>لم تُحذف محادثة.</numerusform>
    <numerusform>حُذفت محادثة واحدة.</numerusform>
    <numerusform>حُذفت محادثتان.</numerusform>
    <numerusform>حُذفت %Ln محادثات.</numerusform>
    <numerusform>حُذفت %Ln محادثة.</numerusform>
    <numerusform>حُذفت %Ln محادثة.</numerusform>
   </translation>
  </message>
  <message>
   <source>It was too late: what was deleted is gone for good.</source>
   <translation>فات الأوان: ما حُذف ذهب نهائيًا.</translation>
  </message>
  <message>
   <source>Make the folder</source>
   <translation>إنشاء المجلد</translation>
  </message>
  <message>
   <source>Name of the folder</source>
   <translation>اسم المجلد</translation>
  </message>
  <message>
   <source>New folder</source>
   <translation>مجلد جديد</translation>
  </message>
  <message>
   <source>Rename this conversation</source>
   <translation>إعادة تسمية هذه المحادثة</translation>
  </message>
  <message>
   <source>The conversation is back.</source>
   <translation>عادت المحادثة.</translation>
  </message>
  <message>
   <source>The conversations are back.</source>
   <translation>عادت المحادثات.</translation>
  </message>
  <message>
   <source>The folder is gone; its conversations are listed by day.</source>
   <translation>أُزيل المجلد؛ محادثاته مرتبة الآن حسب اليوم.</translation>
  </message>
  <message>
   <source>Title</source>
   <translation>العنوان</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>تراجع</translation>
  </message>
  <message>
   <source>{title} (copy)</source>
   <translation>{title} (نسخة)</translation>
  </message>
  <message>
   <source>“{title}” is deleted.</source>
   <translation>حُذفت «{title}».</translation>
  </message>
 </context>
 <context>
  <name>ConversationMenus</name>
  <message>
   <source>Delete</source>
   <translation>حذف</translation>
  </message>
  <message numerus="yes">
   <source>Delete %Ln conversations</source>
   <translation>
    <numerusform>حذف المحادثات</numerusform>
    <numerusform>حذف محادثة واحدة</numerusform>
    <numerusform>حذف محادثتين</numerusform>
    <numerusform>حذف %Ln محادثات</numerusform>
    <numerusform>حذف %Ln محادثة</numerusform>
    <numerusform>حذف %Ln محادثة</numerusform>
   </translation>
  </message>
  <message>
   <source>Duplicate</source>
   <translation>تكرار</translation>
  </message>
  <message>
   <source>Move to folder</source>
   <translation>نقل إلى مجلد</translation>
  </message>
  <message>
   <source>New folder…</source>
   <translation>مجلد جديد…</translation>
  </message>
  <message>
   <source>Out of the folder</source>
   <translation>خارج المجلد</translation>
  </message>
  <message>
   <source>Pin</source>
   <translation>تثبيت</translation>
  </message>
  <message>
   <source>Remove folder, keep its conversations</source>
   <translation>إزالة المجلد وإبقاء محادثاته</translation>
  </message>
  <message>
   <source>Rename</source>
   <translation>إعادة تسمية</translation>
  </message>
  <message>
   <source>Rename folder</source>
   <translation>إعادة تسمية المجلد</translation>
  </message>
  <message>
   <source>Unpin</source>
   <translation>إلغاء التثبيت</translation>
  </message>
 </context>
 <context>
  <name>ConversationModel</name>
  <message>
   <source>Folder {name}, closed, conversations: {count}</source>
   <translation>المجلد {name}، مغلق، المحادثات: {count}</translation>
  </message>
  <message>
   <source>Folder {name}, open, conversations: {count}</source>
   <translation>المجلد {name}، مفتوح، المحادثات: {count}</translation>
  </message>
  <message>
   <source>Found: {count}</source>
   <translation>النتائج: {count}</translation>
  </message>
  <message>
   <source>Older</source>
   <translation>أقدم</translation>
  </message>
  <message>
   <source>Pinned</source>
   <translation>مثبّتة</translation>
  </message>
  <message>
   <source>Temporary</source>
   <translation>مؤقتة</translation>
  </message>
  <message>
   <source>This week</source>
   <translation>هذا الأسبوع</translation>
  </message>
  <message>
   <source>Today</source>
   <translation>اليوم</translation>
  </message>
  <message>
   <source>{row}, pinned</source>
   <translation>{row}، مثبّتة</translation>
  </message>
  <message>
   <source>{title}, answered by a server</source>
   <translation>{title}، يجيب عنها خادم</translation>
  </message>
  <message>
   <source>{title}, stays on this computer</source>
   <translation>{title}، تبقى على هذا الحاسوب</translation>
  </message>
  <message>
   <source>{title}, temporary, nothing of it is kept</source>
   <translation>{title}، مؤقتة، لا يُحفظ منها شيء</translation>
  </message>
  <message>
   <source>{title}: answered by {name}</source>
   <translation>{title}: يجيب عنها {name}</translation>
  </message>
  <message>
   <source>{title}: nothing of it is kept</source>
   <translation>{title}: لا يُحفظ منها شيء</translation>
  </message>
  <message>
   <source>{title}: stays on this computer</source>
   <translation>{title}: تبقى على هذا الحاسوب</translation>
  </message>
 </context>
 <context>
  <name>ConversationView</name>
  <message>
   <source>Conversations</source>
   <translation>المحادثات</translation>
  </message>
 </context>
 <context>
  <name>DesktopDesk</name>
  <message>
   <source>A key that works in every program; your desktop asks you which.</source>
   <translation>مفتاح يعمل في كل برنامج؛ يسألك سطح المكتب أيّ مفتاح.</translation>
  </message>
  <message>
   <source>An answer could not be finished.</source>
   <translation>تعذّر إكمال إجابة.</translation>
  </message>
  <message>
   <source>An answer is ready.</source>
   <translation>إجابة جاهزة.</translation>
  </message>
  <message>
   <source>Ask Hearth a quick question</source>
   <translation>اطرح على Hearth سؤالًا سريعًا</translation>
  </message>
  <message>
   <source>In every program: {keys}.</source>
   <translation>في كل برنامج: {keys}.</translation>
  </message>
  <message>
   <source>This desktop gives programs no such key. Choose one in its own keyboard settings that runs “hearth quick-ask”.</source>
   <translation>لا يمنح سطح المكتب هذا البرامج مفتاحًا كهذا. اختر واحدًا في إعدادات لوحة المفاتيح فيه، يشغّل «hearth quick-ask».</translation>
  </message>
  <message>
   <source>This desktop has no tray at the moment. The icon appears when there is one.</source>
   <translation>لا يوجد شريط أيقونات في سطح المكتب الآن. تظهر الأيقونة عند وجوده.</translation>
  </message>
 </context>
 <context>
  <name>Details</name>
  <message>
   <source>%s s</source>
   <translation>%s ث</translation>
  </message>
  <message>
   <source>%s tokens</source>
   <translation>%s رمز</translation>
  </message>
  <message>
   <source>%s tokens a second</source>
   <translation>%s رمز في الثانية</translation>
  </message>
  <message>
   <source>Asked</source>
   <translation>وقت السؤال</translation>
  </message>
  <message>
   <source>Bytes sent</source>
   <translation>البايتات المرسلة</translation>
  </message>
  <message>
   <source>Context</source>
   <translation>السياق</translation>
  </message>
  <message>
   <source>Copy as a report</source>
   <translation>نسخ كتقرير</translation>
  </message>
  <message>
   <source>Cost</source>
   <translation>التكلفة</translation>
  </message>
  <message>
   <source>Details of the answer</source>
   <translation>تفاصيل الإجابة</translation>
  </message>
  <message>
   <source>Earlier messages left out</source>
   <translation>رسائل سابقة متروكة</translation>
  </message>
  <message>
   <source>Entry in the ledger</source>
   <translation>القيد في السجل</translation>
  </message>
  <message>
   <source>First word after</source>
   <translation>أول كلمة بعد</translation>
  </message>
  <message>
   <source>Model</source>
   <translation>النموذج</translation>
  </message>
  <message>
   <source>Sampling</source>
   <translation>اختيار الكلمات</translation>
  </message>
  <message>
   <source>Seed</source>
   <translation>البذرة</translation>
  </message>
  <message>
   <source>Server</source>
   <translation>الخادم</translation>
  </message>
  <message>
   <source>Speed</source>
   <translation>السرعة</translation>
  </message>
  <message>
   <source>State</source>
   <translation>الحالة</translation>
  </message>
  <message>
   <source>There is no answer here yet.</source>
   <translation>لا توجد إجابة هنا بعد.</translation>
  </message>
  <message>
   <source>Time thinking</source>
   <translation>وقت التفكير</translation>
  </message>
  <message>
   <source>Tokens in the answer</source>
   <translation>رموز الإجابة</translation>
  </message>
  <message>
   <source>Tokens in the prompt</source>
   <translation>رموز المُدخل</translation>
  </message>
  <message>
   <source>Where</source>
   <translation>المكان</translation>
  </message>
  <message>
   <source>about {cost}</source>
   <translation>نحو {cost}</translation>
  </message>
  <message>
   <source>at most {count} tokens</source>
   <translation>{count} رمز على الأكثر</translation>
  </message>
  <message>
   <source>complete</source>
   <translation>مكتملة</translation>
  </message>
  <message>
   <source>failed</source>
   <translation>فشلت</translation>
  </message>
  <message>
   <source>growing</source>
   <translation>قيد الكتابة</translation>
  </message>
  <message>
   <source>interrupted</source>
   <translation>انقطعت</translation>
  </message>
  <message>
   <source>not known</source>
   <translation>غير معروف</translation>
  </message>
  <message>
   <source>not known: nobody has typed a price</source>
   <translation>غير معروفة: لم يكتب أحد سعرًا</translation>
  </message>
  <message>
   <source>of them guessed ahead</source>
   <translation>منها ما خُمِّن مسبقًا</translation>
  </message>
  <message>
   <source>of them read before</source>
   <translation>مقروء منها سابقًا</translation>
  </message>
  <message>
   <source>on this computer</source>
   <translation>على هذا الحاسوب</translation>
  </message>
  <message>
   <source>repetition {value} over {count} tokens</source>
   <translation>التكرار {value} على مدى {count} رمز</translation>
  </message>
  <message>
   <source>stopped</source>
   <translation>أُوقفت</translation>
  </message>
  <message>
   <source>temperature {value}</source>
   <translation>الحرارة {value}</translation>
  </message>
 </context>
 <context>
  <name>DocumentChoice</name>
  <message>
   <source>Let words of {name} go</source>
   <translation>السماح بإرسال كلمات من {name}</translation>
  </message>
 </context>
 <context>
  <name>DownloadCard</name>
  <message numerus="yes">
   <source>%Ln hour(s) left</source>
   <translation>
    <numerusform>بقي أقل من ساعة</numerusform>
    <numerusform>بقيت ساعة واحدة</numerusform>
    <numerusform>بقيت ساعتان</numerusform>
    <numerusform>بقيت %Ln ساعات</numerusform>
    <numerusform>بقيت %Ln ساعة</numerusform>
    <numerusform>بقيت %Ln ساعة</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln minute(s) left</source>
   <translation>
    <numerusform>بقي أقل من دقيقة</numerusform>
    <numerusform>بقيت دقيقة واحدة</numerusform>
    <numerusform>بقيت دقيقتان</numerusform>
    <numerusform>بقيت %Ln دقائق</numerusform>
    <numerusform>بقيت %Ln دقيقة</numerusform>
    <numerusform>بقيت %Ln دقيقة</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln second(s) left</source>
   <translation>
    <numerusform>أقل من ثانية</numerusform>
    <numerusform>بقيت ثانية واحدة</numerusform>
    <numerusform>بقيت ثانيتان</numerusform>
    <numerusform>بقيت %Ln ثوانٍ</numerusform>
    <numerusform>بقيت %Ln ثانية</numerusform>
    <numerusform>بقيت %Ln ثانية</numerusform>
   </translation>
  </message>
  <message>
   <source>Asking {place} which files there are</source>
   <translation>يسأل {place} عن الملفات الموجودة</translation>
  </message>
  <message>
   <source>Cancel {name}</source>
   <translation>إلغاء {name}</translation>
  </message>
  <message>
   <source>Cancel…</source>
   <translation>إلغاء…</translation>
  </message>
  <message>
   <source>Checking what is here</source>
   <translation>يفحص ما وصل</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>تم</translation>
  </message>
  <message>
   <source>From {place}; checked with SHA-256 at the end</source>
   <translation>من {place}؛ يُفحص في النهاية بـ SHA-256</translation>
  </message>
  <message>
   <source>Go on</source>
   <translation>متابعة</translation>
  </message>
  <message>
   <source>Go on with {name}</source>
   <translation>متابعة {name}</translation>
  </message>
  <message>
   <source>How far {name} is</source>
   <translation>مدى تقدم {name}</translation>
  </message>
  <message>
   <source>Pause</source>
   <translation>إيقاف مؤقت</translation>
  </message>
  <message>
   <source>Pause {name}</source>
   <translation>إيقاف {name} مؤقتًا</translation>
  </message>
  <message>
   <source>Paused; what has come is kept</source>
   <translation>متوقف مؤقتًا؛ ما وصل محفوظ</translation>
  </message>
  <message>
   <source>Stopped; what has come is kept</source>
   <translation>توقّف؛ ما وصل محفوظ</translation>
  </message>
  <message>
   <source>Waits for another download</source>
   <translation>ينتظر تنزيلًا آخر</translation>
  </message>
  <message>
   <source>{done} of {total}</source>
   <translation>{done} من {total}</translation>
  </message>
  <message>
   <source>{size}/s</source>
   <translation>{size}/ث</translation>
  </message>
 </context>
 <context>
  <name>DownloadDesk</name>
  <message numerus="yes">
   <source>%Ln more file(s) can't be used.</source>
   <translation>
    <numerusform>لا توجد ملفات أخرى لا يمكن استخدامها.</numerusform>
    <numerusform>لا يمكن استخدام ملف آخر.</numerusform>
    <numerusform>لا يمكن استخدام ملفين آخرين.</numerusform>
    <numerusform>لا يمكن استخدام %Ln ملفات أخرى.</numerusform>
    <numerusform>لا يمكن استخدام %Ln ملفًا آخر.</numerusform>
    <numerusform>لا يمكن استخدام %Ln ملف آخر.</numerusform>
   </translation>
  </message>
  <message>
   <source>Cancel the download</source>
   <translation>إلغاء التنزيل</translation>
  </message>
  <message>
   <source>Cancel this download?</source>
   <translation>إلغاء هذا التنزيل؟</translation>
  </message>
  <message>
   <source>No other program keeps models where they usually do. Import a GGUF file from its folder.</source>
   <translation>لا يحتفظ أي برنامج آخر بنماذج في المكان المعتاد. استورد ملف GGUF من مجلده.</translation>
  </message>
  <message>
   <source>What has come of it is deleted. You can begin it again later.</source>
   <translation>يُحذف ما وصل منه. يمكنك البدء من جديد لاحقًا.</translation>
  </message>
  <message>
   <source>{name} is here, and sees pictures.</source>
   <translation>{name} هنا الآن، ويرى الصور.</translation>
  </message>
  <message>
   <source>{name} is here.</source>
   <translation>{name} هنا الآن.</translation>
  </message>
  <message>
   <source>{name} is here. Choose its folder on the Library page: {folder}</source>
   <translation>{name} هنا الآن. اختر مجلده في صفحة المكتبة: {folder}</translation>
  </message>
 </context>
 <context>
  <name>DownloadSheet</name>
  <message>
   <source>Download</source>
   <translation>تنزيل</translation>
  </message>
  <message>
   <source>Download {name}?</source>
   <translation>تنزيل {name}؟</translation>
  </message>
  <message>
   <source>Fetch nothing</source>
   <translation>لا تجلب شيئًا</translation>
  </message>
  <message>
   <source>Free on this disk: {size}. Checked before anything is fetched.</source>
   <translation>المساحة الخالية على هذا القرص: {size}. تُفحص قبل جلب أي شيء.</translation>
  </message>
  <message>
   <source>From: {place}, {what}</source>
   <translation>من: {place}، {what}</translation>
  </message>
  <message>
   <source>Its projector comes along, with which it sees pictures.</source>
   <translation>يأتي معه ملف الإسقاط الذي يرى به الصور.</translation>
  </message>
  <message>
   <source>Its projector comes along, with which it sees pictures: about {size}.</source>
   <translation>يأتي معه ملف الإسقاط الذي يرى به الصور: نحو {size}.</translation>
  </message>
  <message>
   <source>Its size is told once the server says which files there are.</source>
   <translation>يُعرف حجمه حين يقول الخادم ما الملفات الموجودة.</translation>
  </message>
  <message>
   <source>Size: about {size}. Licence: {licence}.</source>
   <translation>الحجم: نحو {size}. الرخصة: {licence}.</translation>
  </message>
  <message>
   <source>What leaves: requests for these files. That server, and its own hosts that hand files out, see this computer's address and which model it is. No word of yours and no key goes along, and every request is in the ledger.</source>
   <translation>ما يخرج: طلبات هذه الملفات. يرى ذلك الخادم وخوادمه التي توزّع الملفات عنوان هذا الحاسوب وأي نموذج هو. لا تخرج معها كلمة منك ولا مفتاح، وكل طلب في السجل.</translation>
  </message>
  <message>
   <source>With its projector (mmproj), to see pictures</source>
   <translation>مع ملف الإسقاط (mmproj) ليرى الصور</translation>
  </message>
 </context>
 <context>
  <name>EmbedderRow</name>
  <message>
   <source>A folder with a model of sentence-transformers. Every file is read by it once more, while the one before still answers.</source>
   <translation>مجلد فيه نموذج من sentence-transformers. يُقرأ به كل ملف مرة أخرى بينما يواصل السابق الإجابة.</translation>
  </message>
  <message>
   <source>Choose another embedder…</source>
   <translation>اختيار مُضمِّن آخر…</translation>
  </message>
  <message>
   <source>Choose another…</source>
   <translation>اختيار آخر…</translation>
  </message>
  <message>
   <source>Found by meaning with {name}</source>
   <translation>العثور بالمعنى باستخدام {name}</translation>
  </message>
  <message>
   <source>There is no embedder, so files are found by their words only.</source>
   <translation>لا يوجد مُضمِّن، فلا يُعثر على الملفات إلا بكلماتها.</translation>
  </message>
  <message>
   <source>Use the packaged one</source>
   <translation>استخدام المرفق</translation>
  </message>
 </context>
 <context>
  <name>EmptyPage</name>
  <message>
   <source>Ask anything. It is answered on this computer, by the model you chose.</source>
   <translation>اسأل عمّا تشاء. تأتي الإجابة من هذا الحاسوب، ومن النموذج الذي اخترته.</translation>
  </message>
  <message>
   <source>Ask anything. {name} answers, once you have seen what would leave.</source>
   <translation>اسأل ما تشاء. يجيب {name} بعد أن ترى ما سيُرسل.</translation>
  </message>
  <message>
   <source>Nothing of this conversation is kept: it stays in memory, and is gone when Hearth locks or closes.</source>
   <translation>لا يُحفظ شيء من هذه المحادثة: تبقى في الذاكرة وتذهب عندما يُقفل Hearth أو يُغلق.</translation>
  </message>
  <message>
   <source>Or try a question about the files in “{name}”:</source>
   <translation>أو جرّب سؤالًا عن الملفات في «{name}»:</translation>
  </message>
  <message>
   <source>Or try one of these:</source>
   <translation>أو جرّب أحد هذه:</translation>
  </message>
  <message>
   <source>The files in “{name}” are being read…</source>
   <translation>تُقرأ الملفات في «{name}»…</translation>
  </message>
 </context>
 <context>
  <name>EntrySheet</name>
  <message>
   <source>Allowed by: {who}</source>
   <translation>سمح به: {who}</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>إغلاق</translation>
  </message>
  <message>
   <source>Copy the bytes</source>
   <translation>نسخ البايتات</translation>
  </message>
  <message>
   <source>From your files: {size}</source>
   <translation>من ملفاتك: {size}</translation>
  </message>
  <message>
   <source>How it ended: {how}</source>
   <translation>كيف انتهى: {how}</translation>
  </message>
  <message numerus="yes">
   <source>Its %Ln byte(s), exactly as they were sent:</source>
   <translation>
    <numerusform>لا بايتات فيه:</numerusform>
    <numerusform>بايت واحد فيه كما أُرسل تمامًا:</numerusform>
    <numerusform>بايتان فيه كما أُرسلا تمامًا:</numerusform>
    <numerusform>%Ln بايتات فيه كما أُرسلت تمامًا:</numerusform>
    <numerusform>%Ln بايتًا فيه كما أُرسلت تمامًا:</numerusform>
    <numerusform>%Ln بايت فيه كما أُرسلت تمامًا:</numerusform>
   </translation>
  </message>
  <message>
   <source>Model: {name}</source>
   <translation>النموذج: {name}</translation>
  </message>
  <message>
   <source>Only the beginning is shown; “Copy the bytes” takes them all.</source>
   <translation>لا يُعرض إلا أولها؛ «نسخ البايتات» يأخذها كلها.</translation>
  </message>
  <message>
   <source>Sent: {sent}, received: {received}</source>
   <translation>أُرسل: {sent}، استُقبل: {received}</translation>
  </message>
  <message>
   <source>Sum of the bytes (SHA-256): {sum}</source>
   <translation>بصمة البايتات (SHA-256): {sum}</translation>
  </message>
  <message>
   <source>The bytes are being read…</source>
   <translation>تُقرأ البايتات…</translation>
  </message>
  <message>
   <source>The exact bytes that were sent</source>
   <translation>البايتات التي أُرسلت بحذافيرها</translation>
  </message>
  <message>
   <source>There were no words in it, or they are forgotten. The row and its sum stay.</source>
   <translation>لم تكن فيه كلمات، أو أنها نُسيت. يبقى السطر وبصمته.</translation>
  </message>
  <message>
   <source>To: {server}</source>
   <translation>إلى: {server}</translation>
  </message>
  <message>
   <source>What left this computer</source>
   <translation>ما غادر هذا الحاسوب</translation>
  </message>
  <message>
   <source>Why: {why}</source>
   <translation>لماذا: {why}</translation>
  </message>
  <message>
   <source>{when}, entry {number}</source>
   <translation>{when}، القيد {number}</translation>
  </message>
 </context>
 <context>
  <name>FileOpening</name>
  <message>
   <source>The file is no longer there: it was moved, renamed or deleted.</source>
   <translation>لم يعد الملف هناك: نُقل أو أُعيدت تسميته أو حُذف.</translation>
  </message>
  <message>
   <source>This file could run as a program, so it isn't opened. Its folder is shown instead.</source>
   <translation>قد يعمل هذا الملف كبرنامج فلا يُفتح، ويُعرض مجلده بدلًا منه.</translation>
  </message>
  <message>
   <source>Your desktop didn't open it: no program that opens files for others answered. Open the file from your file manager.</source>
   <translation>لم يفتحه سطح مكتبك: لم يُجب أي برنامج يفتح الملفات لغيره. افتح الملف من مدير الملفات.</translation>
  </message>
 </context>
 <context>
  <name>FilePasswordSheet</name>
  <message>
   <source>Cancel</source>
   <translation>إلغاء</translation>
  </message>
  <message>
   <source>Keep the password, encrypted, for when the file changes</source>
   <translation>حفظ كلمة المرور مشفّرة لحين تغيّر الملف</translation>
  </message>
  <message>
   <source>Otherwise it stays in memory only, until Hearth ends. It goes with the file's library.</source>
   <translation>وإلا تبقى في الذاكرة فقط حتى ينتهي Hearth. وتذهب مع مكتبة الملف.</translation>
  </message>
  <message>
   <source>Password of the file</source>
   <translation>كلمة مرور الملف</translation>
  </message>
  <message>
   <source>Unlock</source>
   <translation>فتح القفل</translation>
  </message>
  <message>
   <source>Unlock {name}</source>
   <translation>فتح قفل {name}</translation>
  </message>
 </context>
 <context>
  <name>FindField</name>
  <message>
   <source>Find</source>
   <translation>بحث</translation>
  </message>
  <message>
   <source>Found by meaning alone.</source>
   <translation>عُثر عليه بالمعنى وحده.</translation>
  </message>
  <message>
   <source>Found by words alone.</source>
   <translation>عُثر عليه بالكلمات وحدها.</translation>
  </message>
  <message>
   <source>Found by words and meaning together.</source>
   <translation>عُثر عليه بالكلمات والمعنى معًا.</translation>
  </message>
  <message>
   <source>Nothing was found in the files that the filters leave. Reset them, or use other words.</source>
   <translation>لم يُعثر على شيء في الملفات التي تتركها المرشّحات. أعد ضبطها أو استخدم كلمات أخرى.</translation>
  </message>
  <message>
   <source>Nothing was found. Other words may help, or the files are still being read.</source>
   <translation>لم يُعثر على شيء. قد تفيد كلمات أخرى، أو أن الملفات ما زالت تُقرأ.</translation>
  </message>
  <message>
   <source>Would it find this?</source>
   <translation>هل سيُعثر على هذا؟</translation>
  </message>
  <message>
   <source>{percent} % of the passages can be found by meaning.</source>
   <translation>يمكن العثور على {percent}٪ من المقاطع بالمعنى.</translation>
  </message>
 </context>
 <context>
  <name>FirstModel</name>
  <message numerus="yes">
   <source>%Ln core(s)</source>
   <translation>
    <numerusform>بلا نوى</numerusform>
    <numerusform>نواة واحدة</numerusform>
    <numerusform>نواتان</numerusform>
    <numerusform>%Ln نوى</numerusform>
    <numerusform>%Ln نواة</numerusform>
    <numerusform>%Ln نواة</numerusform>
   </translation>
  </message>
  <message>
   <source>1 · Choose a model</source>
   <translation>١ · اختيار نموذج</translation>
  </message>
  <message>
   <source>Choose another</source>
   <translation>اختيار نموذج آخر</translation>
  </message>
  <message>
   <source>Download</source>
   <translation>تنزيل</translation>
  </message>
  <message>
   <source>Download {name} · {size}</source>
   <translation>تنزيل {name} · {size}</translation>
  </message>
  <message>
   <source>From {place}. Licence: {licence}. Free on this disk: {size}. That server, and its own hosts that hand files out, see this computer's address and which model it is; no word of yours and no key goes along, and every request is in the ledger.</source>
   <translation>من {place}. الرخصة: {licence}. المساحة الخالية على هذا القرص: {size}. يرى ذلك الخادم وخوادمه التي توزّع الملفات عنوان هذا الحاسوب وأي نموذج هو؛ لا تخرج معها كلمة منك ولا مفتاح، وكل طلب في السجل.</translation>
  </message>
  <message>
   <source>I have a GGUF file</source>
   <translation>لديّ ملف GGUF</translation>
  </message>
  <message>
   <source>Looking which model suits this computer…</source>
   <translation>يُبحث عن النموذج المناسب لهذا الحاسوب…</translation>
  </message>
  <message>
   <source>None of the models that Hearth knows fits: a model may have {size} here. A server of your own can answer instead.</source>
   <translation>لا يناسب أيٌّ من النماذج التي يعرفها Hearth: يمكن للنموذج هنا أن يأخذ {size}. يمكن لخادم خاص بك أن يجيب بدلًا من ذلك.</translation>
  </message>
  <message>
   <source>Picked for this computer: {computer}.</source>
   <translation>اختير لهذا الحاسوب: {computer}.</translation>
  </message>
  <message numerus="yes">
   <source>Use models I already have (%Ln found)</source>
   <translation>
    <numerusform>استخدام نماذج لديّ (لا نماذج)</numerusform>
    <numerusform>استخدام نموذج لديّ (وُجد واحد)</numerusform>
    <numerusform>استخدام نموذجين لديّ (وُجد اثنان)</numerusform>
    <numerusform>استخدام نماذج لديّ (وُجدت %Ln)</numerusform>
    <numerusform>استخدام نماذج لديّ (وُجد %Ln)</numerusform>
    <numerusform>استخدام نماذج لديّ (وُجد %Ln)</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Use models I already have ({program}, %Ln found)</source>
   <translation>
    <numerusform>استخدام نماذج لديّ ({program}، لا نماذج)</numerusform>
    <numerusform>استخدام نموذج لديّ ({program}، وُجد واحد)</numerusform>
    <numerusform>استخدام نموذجين لديّ ({program}، وُجد اثنان)</numerusform>
    <numerusform>استخدام نماذج لديّ ({program}، وُجدت %Ln)</numerusform>
    <numerusform>استخدام نماذج لديّ ({program}، وُجد %Ln)</numerusform>
    <numerusform>استخدام نماذج لديّ ({program}، وُجد %Ln)</numerusform>
   </translation>
  </message>
  <message>
   <source>fits</source>
   <translation>يناسب</translation>
  </message>
  <message>
   <source>fits on GPU</source>
   <translation>تتسع له بطاقة الرسوميات</translation>
  </message>
  <message>
   <source>tight</source>
   <translation>بالكاد</translation>
  </message>
 </context>
 <context>
  <name>FoundCard</name>
  <message>
   <source>Use in place</source>
   <translation>استخدام في مكانه</translation>
  </message>
  <message>
   <source>Use {name} in place</source>
   <translation>استخدام {name} في مكانه</translation>
  </message>
  <message>
   <source>kept by {program}; nothing is copied</source>
   <translation>لدى {program}؛ لا يُنسخ شيء</translation>
  </message>
  <message>
   <source>sees pictures</source>
   <translation>يرى الصور</translation>
  </message>
 </context>
 <context>
  <name>Grip</name>
  <message>
   <source>Left and right arrow keys change it.</source>
   <translation>يغيّره السهمان الأيمن والأيسر.</translation>
  </message>
  <message>
   <source>Width of the side panel</source>
   <translation>عرض اللوحة الجانبية</translation>
  </message>
 </context>
 <context>
  <name>GroundedSources</name>
  <message>
   <source>Sources</source>
   <translation>المصادر</translation>
  </message>
 </context>
 <context>
  <name>GroupBox</name>
  <message>
   <source>Reset</source>
   <translation>إعادة الضبط</translation>
  </message>
  <message>
   <source>Reset “{group}”</source>
   <translation>إعادة ضبط «{group}»</translation>
  </message>
 </context>
 <context>
  <name>Guide</name>
  <message>
   <source>Conversation</source>
   <translation>محادثة</translation>
  </message>
  <message>
   <source>Help</source>
   <translation>المساعدة</translation>
  </message>
  <message>
   <source>Message</source>
   <translation>رسالة</translation>
  </message>
 </context>
 <context>
  <name>Header</name>
  <message>
   <source>Local only</source>
   <translation>محلي فقط</translation>
  </message>
  <message>
   <source>Local only: nothing in this conversation can leave this computer</source>
   <translation>محلي فقط: لا شيء في هذه المحادثة يمكنه مغادرة هذا الحاسوب</translation>
  </message>
  <message>
   <source>Show or hide the list of conversations</source>
   <translation>إظهار قائمة المحادثات أو إخفاؤها</translation>
  </message>
  <message>
   <source>Show or hide the side panel</source>
   <translation>إظهار اللوحة الجانبية أو إخفاؤها</translation>
  </message>
  <message>
   <source>Temporary</source>
   <translation>مؤقتة</translation>
  </message>
  <message>
   <source>Temporary: nothing of this conversation is kept</source>
   <translation>مؤقتة: لا يُحفظ شيء من هذه المحادثة</translation>
  </message>
  <message>
   <source>What you can do with this conversation</source>
   <translation>ما يمكنك فعله بهذه المحادثة</translation>
  </message>
  <message>
   <source>{name}: what you send in this conversation leaves this computer</source>
   <translation>{name}: ما ترسله في هذه المحادثة يغادر هذا الحاسوب</translation>
  </message>
 </context>
 <context>
  <name>HelpSheet</name>
  <message>
   <source>About Hearth</source>
   <translation>حول Hearth</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>إغلاق</translation>
  </message>
  <message>
   <source>Help</source>
   <translation>المساعدة</translation>
  </message>
  <message>
   <source>Keyboard shortcuts</source>
   <translation>اختصارات لوحة المفاتيح</translation>
  </message>
  <message>
   <source>Nothing fits. Try fewer or other words.</source>
   <translation>لا شيء يناسب. جرّب كلمات أقل أو غيرها.</translation>
  </message>
  <message>
   <source>Pages of the help</source>
   <translation>صفحات المساعدة</translation>
  </message>
  <message>
   <source>Search help</source>
   <translation>البحث في المساعدة</translation>
  </message>
  <message>
   <source>These pages are in English.</source>
   <translation>هذه الصفحات بالإنجليزية.</translation>
  </message>
 </context>
 <context>
  <name>HitCard</name>
  <message>
   <source>keyword {keyword} · meaning {meaning}</source>
   <translation>الكلمات {keyword} · المعنى {meaning}</translation>
  </message>
  <message>
   <source>page {page}</source>
   <translation>صفحة {page}</translation>
  </message>
 </context>
 <context>
  <name>ImportDesk</name>
  <message numerus="yes">
   <source>%Ln comparison(s) had been there before and stayed as they are.</source>
   <translation>
    <numerusform>لم تكن أي مقارنة موجودة من قبل.</numerusform>
    <numerusform>كانت مقارنة واحدة موجودة من قبل وبقيت كما هي.</numerusform>
    <numerusform>كانت مقارنتان موجودتين من قبل وبقيتا كما هما.</numerusform>
    <numerusform>كانت %Ln مقارنات موجودة من قبل وبقيت كما هي.</numerusform>
    <numerusform>كانت %Ln مقارنة موجودة من قبل وبقيت كما هي.</numerusform>
    <numerusform>كانت %Ln مقارنة موجودة من قبل وبقيت كما هي.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln comparison(s), with their votes, are on the Compare page.</source>
   <translation>
    <numerusform>لا مقارنات في صفحة المقارنة.</numerusform>
    <numerusform>مقارنة واحدة مع صوتها في صفحة المقارنة.</numerusform>
    <numerusform>مقارنتان مع صوتيهما في صفحة المقارنة.</numerusform>
    <numerusform>%Ln مقارنات مع أصواتها في صفحة المقارنة.</numerusform>
    <numerusform>%Ln مقارنة مع أصواتها في صفحة المقارنة.</numerusform>
    <numerusform>%Ln مقارنة مع أصواتها في صفحة المقارنة.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln conversation(s) had been taken in before and stayed as they are.</source>
   <translation>
    <numerusform>لم تكن أي محادثة مأخوذة من قبل.</numerusform>
    <numerusform>أُخذت محادثة واحدة من قبل وبقيت كما هي.</numerusform>
    <numerusform>أُخذت محادثتان من قبل وبقيتا كما هما.</numerusform>
    <numerusform>أُخذت %Ln محادثات من قبل وبقيت كما هي.</numerusform>
    <numerusform>أُخذت %Ln محادثة من قبل وبقيت كما هي.</numerusform>
    <numerusform>أُخذت %Ln محادثة من قبل وبقيت كما هي.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln more file(s) could not be read.</source>
   <translation>
    <numerusform>لا ملفات أخرى تعذرت قراءتها.</numerusform>
    <numerusform>تعذرت قراءة ملف آخر واحد.</numerusform>
    <numerusform>تعذرت قراءة ملفين آخرين.</numerusform>
    <numerusform>تعذرت قراءة %Ln ملفات أخرى.</numerusform>
    <numerusform>تعذرت قراءة %Ln ملفًا آخر.</numerusform>
    <numerusform>تعذرت قراءة %Ln ملف آخر.</numerusform>
   </translation>
  </message>
  <message>
   <source>All files</source>
   <translation>كل الملفات</translation>
  </message>
  <message>
   <source>Conversations taken in</source>
   <translation>أُخذت المحادثات</translation>
  </message>
  <message>
   <source>Exported conversations</source>
   <translation>محادثات مصدّرة</translation>
  </message>
  <message numerus="yes">
   <source>From {programs}: %Ln conversation(s).</source>
   <translation>
    <numerusform>من {programs}: لا محادثات.</numerusform>
    <numerusform>من {programs}: محادثة واحدة.</numerusform>
    <numerusform>من {programs}: محادثتان.</numerusform>
    <numerusform>من {programs}: %Ln محادثات.</numerusform>
    <numerusform>من {programs}: %Ln محادثة.</numerusform>
    <numerusform>من {programs}: %Ln محادثة.</numerusform>
   </translation>
  </message>
  <message>
   <source>Import conversations</source>
   <translation>استيراد محادثات</translation>
  </message>
  <message>
   <source>Left behind: {kinds}</source>
   <translation>تُرك: {kinds}</translation>
  </message>
  <message>
   <source>Nothing was taken in</source>
   <translation>لم يؤخذ شيء</translation>
  </message>
  <message>
   <source>Reading: file {done} of {total}</source>
   <translation>القراءة: الملف {done} من {total}</translation>
  </message>
  <message>
   <source>Reading…</source>
   <translation>تجري القراءة…</translation>
  </message>
  <message>
   <source>The import was stopped, and nothing was taken in.</source>
   <translation>أُوقف الاستيراد ولم يؤخذ شيء.</translation>
  </message>
  <message>
   <source>They are in a folder of the list, and local: nothing in them may leave.</source>
   <translation>هي في مجلد من القائمة ومحلية: لا يجوز أن يخرج شيء منها.</translation>
  </message>
 </context>
 <context>
  <name>InstructionsSheet</name>
  <message>
   <source>Cancel</source>
   <translation>إلغاء</translation>
  </message>
  <message>
   <source>Instructions for this conversation</source>
   <translation>تعليمات هذه المحادثة</translation>
  </message>
  <message>
   <source>The model reads this before every question of this conversation. Leave it empty for none.</source>
   <translation>يقرأ النموذج هذا قبل كل سؤال في هذه المحادثة. اتركه فارغًا لعدم وجود تعليمات.</translation>
  </message>
  <message>
   <source>Use from now on</source>
   <translation>استخدام من الآن</translation>
  </message>
 </context>
 <context>
  <name>Ledger</name>
  <message>
   <source>A comparison</source>
   <translation>مقارنة</translation>
  </message>
  <message>
   <source>A conversation that is deleted</source>
   <translation>محادثة محذوفة</translation>
  </message>
  <message>
   <source>A single question</source>
   <translation>سؤال منفرد</translation>
  </message>
  <message>
   <source>Allowed by</source>
   <translation>سمح به</translation>
  </message>
  <message>
   <source>Answered</source>
   <translation>أُجيب</translation>
  </message>
  <message>
   <source>Broken off</source>
   <translation>انقطع</translation>
  </message>
  <message>
   <source>Connection test</source>
   <translation>اختبار اتصال</translation>
  </message>
  <message>
   <source>Fetched</source>
   <translation>جُلب</translation>
  </message>
  <message>
   <source>How it ended</source>
   <translation>كيف انتهى</translation>
  </message>
  <message>
   <source>List of models</source>
   <translation>قائمة النماذج</translation>
  </message>
  <message>
   <source>Model download</source>
   <translation>تنزيل نموذج</translation>
  </message>
  <message>
   <source>Not sent</source>
   <translation>لم يُرسل</translation>
  </message>
  <message>
   <source>Received</source>
   <translation>استُقبل</translation>
  </message>
  <message>
   <source>Sent</source>
   <translation>أُرسل</translation>
  </message>
  <message>
   <source>Stopped by you</source>
   <translation>أوقفته أنت</translation>
  </message>
  <message>
   <source>To</source>
   <translation>إلى</translation>
  </message>
  <message>
   <source>Today {time}</source>
   <translation>اليوم {time}</translation>
  </message>
  <message>
   <source>Under way</source>
   <translation>جارٍ</translation>
  </message>
  <message>
   <source>Unknown: Hearth had ended</source>
   <translation>غير معروف: كان Hearth قد انتهى</translation>
  </message>
  <message>
   <source>When</source>
   <translation>متى</translation>
  </message>
  <message>
   <source>Why</source>
   <translation>لماذا</translation>
  </message>
  <message>
   <source>Yesterday {time}</source>
   <translation>أمس {time}</translation>
  </message>
  <message>
   <source>You, after a look</source>
   <translation>أنت، بعد الاطلاع</translation>
  </message>
  <message>
   <source>You, at the terminal</source>
   <translation>أنت، في الطرفية</translation>
  </message>
  <message>
   <source>You, by command</source>
   <translation>أنت، بأمر</translation>
  </message>
  <message>
   <source>You, for this conversation</source>
   <translation>أنت، لهذه المحادثة</translation>
  </message>
  <message>
   <source>You, in Settings</source>
   <translation>أنت، في الإعدادات</translation>
  </message>
  <message>
   <source>You, on the first page</source>
   <translation>أنت، في الصفحة الأولى</translation>
  </message>
  <message>
   <source>view ›</source>
   <translation>عرض ‹</translation>
  </message>
 </context>
 <context>
  <name>LedgerDesk</name>
  <message numerus="yes">
   <source>%Ln row(s) exported. What lies there is not encrypted.</source>
   <translation>
    <numerusform>لم يُصدَّر أي سطر. ما هناك غير مشفّر.</numerusform>
    <numerusform>صُدِّر سطر واحد. ما هناك غير مشفّر.</numerusform>
    <numerusform>صُدِّر سطران. ما هناك غير مشفّر.</numerusform>
    <numerusform>صُدِّرت %Ln أسطر. ما هناك غير مشفّر.</numerusform>
    <numerusform>صُدِّر %Ln سطرًا. ما هناك غير مشفّر.</numerusform>
    <numerusform>صُدِّر %Ln سطر. ما هناك غير مشفّر.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln row(s) hold together: nothing was changed, added or taken out.</source>
   <translation>
    <numerusform>لا أسطر بعد.</numerusform>
    <numerusform>سطر واحد متماسك: لم يُغيَّر شيء ولم يُضف ولم يُحذف.</numerusform>
    <numerusform>سطران متماسكان: لم يُغيَّر شيء ولم يُضف ولم يُحذف.</numerusform>
    <numerusform>%Ln أسطر متماسك: لم يُغيَّر شيء ولم يُضف ولم يُحذف.</numerusform>
    <numerusform>%Ln سطرًا متماسكًا: لم يُغيَّر شيء ولم يُضف ولم يُحذف.</numerusform>
    <numerusform>%Ln سطر متماسك: لم يُغيَّر شيء ولم يُضف ولم يُحذف.</numerusform>
   </translation>
  </message>
  <message>
   <source>All connections are blocked.</source>
   <translation>كل الاتصالات محظورة.</translation>
  </message>
  <message>
   <source>Checking…</source>
   <translation>يجري الفحص…</translation>
  </message>
  <message>
   <source>Connections can be allowed again.</source>
   <translation>يمكن السماح بالاتصالات من جديد.</translation>
  </message>
  <message>
   <source>Export the ledger</source>
   <translation>تصدير السجل</translation>
  </message>
  <message>
   <source>The chain of all rows holds.</source>
   <translation>سلسلة الأسطر كلها متماسكة.</translation>
  </message>
 </context>
 <context>
  <name>LedgerPage</name>
  <message numerus="yes">
   <source>%Ln request(s), each allowed by you</source>
   <translation>
    <numerusform>لا طلبات</numerusform>
    <numerusform>طلب واحد سمحت به أنت</numerusform>
    <numerusform>طلبان سمحت بهما أنت</numerusform>
    <numerusform>%Ln طلبات سمحت بكل منها</numerusform>
    <numerusform>%Ln طلبًا سمحت بكل منها</numerusform>
    <numerusform>%Ln طلب سمحت بكل منها</numerusform>
   </translation>
  </message>
  <message>
   <source>All connections are blocked until you allow them again. Nothing can be sent or fetched.</source>
   <translation>كل الاتصالات محظورة إلى أن تسمح بها من جديد. لا يمكن إرسال شيء ولا جلبه.</translation>
  </message>
  <message>
   <source>Allow connections again</source>
   <translation>السماح بالاتصالات من جديد</translation>
  </message>
  <message>
   <source>Block all connections</source>
   <translation>حظر كل الاتصالات</translation>
  </message>
  <message>
   <source>Check every byte</source>
   <translation>فحص كل بايت</translation>
  </message>
  <message>
   <source>Check the chain and every byte that is kept</source>
   <translation>فحص السلسلة وكل بايت محفوظ</translation>
  </message>
  <message>
   <source>Every connection Hearth has made. Each row is chained to the one before, so a missing or altered row shows.</source>
   <translation>كل اتصال أجراه Hearth. كل سطر موصول بما قبله، فيظهر أي سطر ناقص أو مغيَّر.</translation>
  </message>
  <message>
   <source>Export the ledger as JSON</source>
   <translation>تصدير السجل بصيغة JSON</translation>
  </message>
  <message>
   <source>Export…</source>
   <translation>تصدير…</translation>
  </message>
  <message>
   <source>Filter by server, conversation, day…</source>
   <translation>تصفية بالخادم أو المحادثة أو اليوم…</translation>
  </message>
  <message>
   <source>Filter the rows</source>
   <translation>تصفية الأسطر</translation>
  </message>
  <message>
   <source>From your files</source>
   <translation>من ملفاتك</translation>
  </message>
  <message>
   <source>Hearth has no code for either.</source>
   <translation>ليس في Hearth شيفرة لأي منهما.</translation>
  </message>
  <message>
   <source>Ledger</source>
   <translation>السجل</translation>
  </message>
  <message>
   <source>Model downloads</source>
   <translation>تنزيلات النماذج</translation>
  </message>
  <message>
   <source>No row holds these words. Try fewer letters.</source>
   <translation>لا سطر فيه هذه الكلمات. جرّب حروفًا أقل.</translation>
  </message>
  <message>
   <source>Nothing has ever left this computer. Should you ever ask a server or fetch a model, each connection gets a row here before its first byte goes.</source>
   <translation>لم يغادر شيء هذا الحاسوب قط. وإن سألت خادمًا يومًا أو جلبت نموذجًا، فلكل اتصال سطر هنا قبل أن يذهب أول بايت منه.</translation>
  </message>
  <message>
   <source>Sent to servers</source>
   <translation>أُرسل إلى خوادم</translation>
  </message>
  <message>
   <source>Telemetry, update checks</source>
   <translation>القياس عن بُعد والبحث عن تحديثات</translation>
  </message>
  <message>
   <source>no model was ever fetched</source>
   <translation>لم يُجلب أي نموذج قط</translation>
  </message>
  <message>
   <source>no passage was ever sent</source>
   <translation>لم يُرسل أي مقطع قط</translation>
  </message>
  <message>
   <source>no server was ever asked</source>
   <translation>لم يُسأل أي خادم قط</translation>
  </message>
  <message>
   <source>none</source>
   <translation>لا شيء</translation>
  </message>
  <message>
   <source>of passages that you allowed</source>
   <translation>من مقاطع سمحت بها</translation>
  </message>
  <message numerus="yes">
   <source>received, %Ln file(s)</source>
   <translation>
    <numerusform>لم يُستقبل أي ملف</numerusform>
    <numerusform>استُقبل ملف واحد</numerusform>
    <numerusform>استُقبل ملفان</numerusform>
    <numerusform>استُقبلت %Ln ملفات</numerusform>
    <numerusform>استُقبل %Ln ملفًا</numerusform>
    <numerusform>استُقبل %Ln ملف</numerusform>
   </translation>
  </message>
  <message>
   <source>what left this computer, ever</source>
   <translation>ما غادر هذا الحاسوب يومًا</translation>
  </message>
 </context>
 <context>
  <name>LedgerTable</name>
  <message>
   <source>What has left this computer</source>
   <translation>ما غادر هذا الحاسوب</translation>
  </message>
 </context>
 <context>
  <name>LibraryCard</name>
  <message numerus="yes">
   <source>%Ln file(s)</source>
   <translation>
    <numerusform>لا ملفات</numerusform>
    <numerusform>ملف واحد</numerusform>
    <numerusform>ملفان</numerusform>
    <numerusform>%Ln ملفات</numerusform>
    <numerusform>%Ln ملفًا</numerusform>
    <numerusform>%Ln ملف</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln file(s) need attention</source>
   <translation>
    <numerusform>لا ملف يحتاج إلى عناية</numerusform>
    <numerusform>ملف واحد يحتاج إلى عناية</numerusform>
    <numerusform>ملفان يحتاجان إلى عناية</numerusform>
    <numerusform>%Ln ملفات تحتاج إلى عناية</numerusform>
    <numerusform>%Ln ملفًا يحتاج إلى عناية</numerusform>
    <numerusform>%Ln ملف يحتاج إلى عناية</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln hour(s) left</source>
   <translation>
    <numerusform>بقي أقل من ساعة</numerusform>
    <numerusform>بقيت ساعة واحدة</numerusform>
    <numerusform>بقيت ساعتان</numerusform>
    <numerusform>بقيت %Ln ساعات</numerusform>
    <numerusform>بقيت %Ln ساعة</numerusform>
    <numerusform>بقيت %Ln ساعة</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln minute(s) left</source>
   <translation>
    <numerusform>بقي أقل من دقيقة</numerusform>
    <numerusform>بقيت دقيقة واحدة</numerusform>
    <numerusform>بقيت دقيقتان</numerusform>
    <numerusform>بقيت %Ln دقائق</numerusform>
    <numerusform>بقيت %Ln دقيقة</numerusform>
    <numerusform>بقيت %Ln دقيقة</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln passage(s)</source>
   <translation>
    <numerusform>لا مقاطع</numerusform>
    <numerusform>مقطع واحد</numerusform>
    <numerusform>مقطعان</numerusform>
    <numerusform>%Ln مقاطع</numerusform>
    <numerusform>%Ln مقطعًا</numerusform>
    <numerusform>%Ln مقطع</numerusform>
   </translation>
  </message>
  <message>
   <source>Add a folder to it…</source>
   <translation>إضافة مجلد إليها…</translation>
  </message>
  <message>
   <source>Go on</source>
   <translation>متابعة</translation>
  </message>
  <message>
   <source>How far {name} is read</source>
   <translation>مدى تقدّم قراءة {name}</translation>
  </message>
  <message>
   <source>Keyword search ready for what is read · meaning search {percent} %</source>
   <translation>البحث بالكلمات جاهز لما قُرئ · البحث بالمعنى {percent}٪</translation>
  </message>
  <message>
   <source>Look for changes now</source>
   <translation>البحث عن التغييرات الآن</translation>
  </message>
  <message>
   <source>Pause</source>
   <translation>إيقاف مؤقت</translation>
  </message>
  <message>
   <source>Remove…</source>
   <translation>إزالة…</translation>
  </message>
  <message>
   <source>Settings…</source>
   <translation>الإعدادات…</translation>
  </message>
  <message>
   <source>What you can do with {name}</source>
   <translation>ما يمكنك فعله بـ {name}</translation>
  </message>
  <message>
   <source>indexing</source>
   <translation>قيد الفهرسة</translation>
  </message>
  <message>
   <source>paused</source>
   <translation>متوقفة مؤقتًا</translation>
  </message>
  <message>
   <source>up to date</source>
   <translation>محدّثة</translation>
  </message>
  <message>
   <source>watching</source>
   <translation>قيد المراقبة</translation>
  </message>
  <message numerus="yes">
   <source>{ready} of %Ln file(s)</source>
   <translation>
    <numerusform>{ready} من ٠ ملف</numerusform>
    <numerusform>{ready} من ملف واحد</numerusform>
    <numerusform>{ready} من ملفين</numerusform>
    <numerusform>{ready} من %Ln ملفات</numerusform>
    <numerusform>{ready} من %Ln ملفًا</numerusform>
    <numerusform>{ready} من %Ln ملف</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>LibraryChoice</name>
  <message numerus="yes">
   <source>%Ln libraries</source>
   <translation>
    <numerusform>لا مكتبات</numerusform>
    <numerusform>مكتبة واحدة</numerusform>
    <numerusform>مكتبتان</numerusform>
    <numerusform>%Ln مكتبات</numerusform>
    <numerusform>%Ln مكتبة</numerusform>
    <numerusform>%Ln مكتبة</numerusform>
   </translation>
  </message>
  <message>
   <source>All libraries…</source>
   <translation>كل المكتبات…</translation>
  </message>
  <message>
   <source>Answer from files: {names}. Change it.</source>
   <translation>الإجابة من الملفات: {names}. تغيير.</translation>
  </message>
  <message>
   <source>No files</source>
   <translation>بلا ملفات</translation>
  </message>
  <message>
   <source>none</source>
   <translation>لا شيء</translation>
  </message>
 </context>
 <context>
  <name>LibraryDesk</name>
  <message>
   <source>Choose a folder to read</source>
   <translation>اختيار مجلد للقراءة</translation>
  </message>
  <message>
   <source>Choose the folder of a cross-encoder (sentence-transformers)</source>
   <translation>اختيار مجلد مُرمِّز متقاطع (sentence-transformers)</translation>
  </message>
  <message>
   <source>Choose the folder of an embedder (sentence-transformers)</source>
   <translation>اختيار مجلد مُضمِّن (sentence-transformers)</translation>
  </message>
  <message>
   <source>Hearth forgets everything it made of these files: text, passages, search index. The files themselves stay where they are.</source>
   <translation>ينسى Hearth كل ما صنعه من هذه الملفات: النص والمقاطع وفهرس البحث. أما الملفات نفسها فتبقى في مكانها.</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>إزالة</translation>
  </message>
  <message>
   <source>Remove “{name}”?</source>
   <translation>إزالة «{name}»؟</translation>
  </message>
 </context>
 <context>
  <name>LibraryPage</name>
  <message>
   <source>Add folder</source>
   <translation>إضافة مجلد</translation>
  </message>
  <message>
   <source>Folders are read, never changed. Everything derived from them stays encrypted on this computer.</source>
   <translation>تُقرأ المجلدات ولا تُغيَّر أبدًا. وكل ما يُستخرج منها يبقى مشفّرًا على هذا الحاسوب.</translation>
  </message>
  <message>
   <source>Library</source>
   <translation>المكتبة</translation>
  </message>
  <message>
   <source>No folder is read yet. Add one, and its files can be found and answered from.</source>
   <translation>لا يُقرأ أي مجلد بعد. أضف مجلدًا ليمكن العثور على ملفاته والإجابة منها.</translation>
  </message>
  <message>
   <source>Not read, or not whole · {name}</source>
   <translation>لم تُقرأ أو لم تُقرأ كاملة · {name}</translation>
  </message>
 </context>
 <context>
  <name>LibrarySettingsSheet</name>
  <message>
   <source>Cancel</source>
   <translation>إلغاء</translation>
  </message>
  <message>
   <source>Names to pass over, such as *.log, drafts/*</source>
   <translation>أسماء تُتجاوز، مثل ‎*.log‎ و ‎drafts/*‎</translation>
  </message>
  <message>
   <source>Only these kinds of files, such as pdf, docx; empty for all</source>
   <translation>هذه الأنواع من الملفات فقط، مثل pdf و docx؛ اتركه فارغًا للجميع</translation>
  </message>
  <message>
   <source>Read names that begin with a dot</source>
   <translation>قراءة الأسماء التي تبدأ بنقطة</translation>
  </message>
  <message>
   <source>Read pages that are only pictures of text (slow)</source>
   <translation>قراءة الصفحات التي هي صور نصوص فقط (بطيء)</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>حفظ</translation>
  </message>
  <message>
   <source>Settings of “{name}”</source>
   <translation>إعدادات «{name}»</translation>
  </message>
 </context>
 <context>
  <name>LimitRow</name>
  <message>
   <source>For all comparisons with {name}. Those that are kept have cost {spent}, by the prices of {date}.</source>
   <translation>لكل المقارنات مع {name}. كلّفت المحفوظة منها {spent} وفق أسعار {date}.</translation>
  </message>
  <message>
   <source>For this conversation, which has cost {spent} so far, by the prices of {date}.</source>
   <translation>لهذه المحادثة التي كلّفت حتى الآن {spent} وفق أسعار {date}.</translation>
  </message>
  <message>
   <source>No limit</source>
   <translation>بلا حد</translation>
  </message>
  <message>
   <source>Nobody has said what {name} takes. Type its price in Settings to set a limit.</source>
   <translation>لم يذكر أحد ما يتقاضاه {name}. اكتب سعره في الإعدادات لتضع حدًا.</translation>
  </message>
  <message>
   <source>Stop at</source>
   <translation>التوقف عند</translation>
  </message>
  <message>
   <source>The server is asked for at most {tokens} tokens, so that the answer can't pass it.</source>
   <translation>يُطلب من الخادم {tokens} رمز على الأكثر، كي لا تتجاوز الإجابة الحد.</translation>
  </message>
 </context>
 <context>
  <name>LinkSheet</name>
  <message>
   <source>Copy address</source>
   <translation>نسخ العنوان</translation>
  </message>
  <message>
   <source>Don't open</source>
   <translation>عدم الفتح</translation>
  </message>
  <message>
   <source>Full address</source>
   <translation>العنوان الكامل</translation>
  </message>
  <message>
   <source>Hearth doesn't open this address</source>
   <translation>لا يفتح Hearth هذا العنوان</translation>
  </message>
  <message>
   <source>It was written by the model and isn't a plain https address, so opening it could do something you don't expect. You can copy it.</source>
   <translation>كتبه النموذج وليس عنوان https بسيطًا، وقد يؤدي فتحه إلى ما لا تتوقعه. يمكنك نسخه.</translation>
  </message>
  <message>
   <source>No browser could be started from here: Hearth's window is sealed from the network, and this system offers no portal that opens addresses. Copy the address instead.</source>
   <translation>تعذّر تشغيل متصفح من هنا: نافذة Hearth معزولة عن الشبكة، ولا يوفر هذا النظام بوابة لفتح العناوين. انسخ العنوان بدلًا من ذلك.</translation>
  </message>
  <message>
   <source>Open in browser</source>
   <translation>فتح في المتصفح</translation>
  </message>
  <message>
   <source>Open this address in your browser?</source>
   <translation>فتح هذا العنوان في متصفحك؟</translation>
  </message>
  <message>
   <source>The address was written by the model. Your browser will connect to {host}, which then knows that this computer asked.</source>
   <translation>كتب النموذج هذا العنوان. سيتصل متصفحك بـ {host}، فيعلم أن هذا الحاسوب قد سأل.</translation>
  </message>
  <message>
   <source>The name holds letters of another script that can look like others.</source>
   <translation>يحتوي الاسم على حروف من كتابة أخرى قد تشبه غيرها.</translation>
  </message>
 </context>
 <context>
  <name>LockScreen</name>
  <message>
   <source>AI that stays home.</source>
   <translation>ذكاء اصطناعي يبقى في البيت.</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>رجوع</translation>
  </message>
  <message>
   <source>Encrypt and begin</source>
   <translation>التشفير والبدء</translation>
  </message>
  <message>
   <source>Hearth can't open your conversations</source>
   <translation>لا يستطيع Hearth فتح محادثاتك</translation>
  </message>
  <message>
   <source>Hearth is locked</source>
   <translation>Hearth مقفل</translation>
  </message>
  <message>
   <source>Opening</source>
   <translation>جارٍ الفتح</translation>
  </message>
  <message>
   <source>Opening…</source>
   <translation>جارٍ الفتح…</translation>
  </message>
  <message>
   <source>Passphrase</source>
   <translation>عبارة المرور</translation>
  </message>
  <message>
   <source>Recovery code</source>
   <translation>رمز الاسترداد</translation>
  </message>
  <message>
   <source>Restore a backup…</source>
   <translation>استعادة نسخة احتياطية…</translation>
  </message>
  <message>
   <source>Try again</source>
   <translation>المحاولة مجددًا</translation>
  </message>
  <message>
   <source>Type your passphrase to open your conversations.</source>
   <translation>اكتب عبارة المرور لفتح محادثاتك.</translation>
  </message>
  <message>
   <source>Unlock</source>
   <translation>فتح القفل</translation>
  </message>
  <message>
   <source>Use my passphrase</source>
   <translation>استخدام عبارة المرور</translation>
  </message>
  <message>
   <source>Use my recovery code</source>
   <translation>استخدام رمز الاسترداد</translation>
  </message>
  <message>
   <source>You locked Hearth. Your system's keyring keeps the key.</source>
   <translation>لقد قفلت Hearth. تحفظ حلقة مفاتيح نظامك المفتاح.</translation>
  </message>
  <message>
   <source>Your conversations are always encrypted. This system has no keyring to keep the key, so a passphrase does. Without it nobody can open them, not even you: choose one you won't forget.</source>
   <translation>محادثاتك مشفّرة دائمًا. ليس في هذا النظام حلقة مفاتيح لحفظ المفتاح، فتحفظه عبارة مرور. ومن دونها لا يستطيع أحد فتحها، ولا حتى أنت: فاختر عبارة لن تنساها.</translation>
  </message>
  <message>
   <source>Your keyring is locked</source>
   <translation>حلقة مفاتيحك مقفلة</translation>
  </message>
  <message>
   <source>Your system's keyring keeps the key to your conversations. Unlock the keyring, then try again.</source>
   <translation>تحفظ حلقة مفاتيح نظامك مفتاح محادثاتك. افتح قفلها ثم حاول مجددًا.</translation>
  </message>
 </context>
 <context>
  <name>MainWindow</name>
  <message numerus="yes">
   <source>%Ln request(s) to a server were under way when Hearth ended. Whether they arrived is unknown, and nothing was sent again; the Ledger shows them.</source>
   <translation>
    <numerusform>لم يكن أي طلب إلى خادم قيد الإرسال عند إغلاق Hearth.</numerusform>
    <numerusform>كان طلب واحد إلى خادم قيد الإرسال عند إغلاق Hearth. لا يُعرف هل وصل، ولم يُرسل شيء مرة أخرى؛ ويعرضه السجل.</numerusform>
    <numerusform>كان طلبان إلى خادم قيد الإرسال عند إغلاق Hearth. لا يُعرف هل وصلا، ولم يُرسل شيء مرة أخرى؛ ويعرضهما السجل.</numerusform>
    <numerusform>كانت %Ln طلبات إلى خادم قيد الإرسال عند إغلاق Hearth. لا يُعرف هل وصلت، ولم يُرسل شيء مرة أخرى؛ ويعرضها السجل.</numerusform>
    <numerusform>كان %Ln طلبًا إلى خادم قيد الإرسال عند إغلاق Hearth. لا يُعرف هل وصلت، ولم يُرسل شيء مرة أخرى؛ ويعرضها السجل.</numerusform>
    <numerusform>كان %Ln طلب إلى خادم قيد الإرسال عند إغلاق Hearth. لا يُعرف هل وصلت، ولم يُرسل شيء مرة أخرى؛ ويعرضها السجل.</numerusform>
   </translation>
  </message>
  <message>
   <source>An answer is being written. The language changes when Hearth starts next.</source>
   <translation>تُكتب إجابة الآن. ستتغير اللغة عند تشغيل Hearth في المرة القادمة.</translation>
  </message>
  <message>
   <source>Something in Hearth didn't work just now. What was saved is safe; try it once more.</source>
   <translation>لم ينجح شيء في Hearth الآن. ما حُفظ في أمان؛ حاول مرة أخرى.</translation>
  </message>
 </context>
 <context>
  <name>MaskingSheet</name>
  <message numerus="yes">
   <source>%Ln place(s) masked. A server would get this:</source>
   <translation>
    <numerusform>لم يُحجب شيء. سيصل إلى الخادم هذا:</numerusform>
    <numerusform>حُجب موضع واحد. سيصل إلى الخادم هذا:</numerusform>
    <numerusform>حُجب موضعان. سيصل إلى الخادم هذا:</numerusform>
    <numerusform>حُجبت %Ln مواضع. سيصل إلى الخادم هذا:</numerusform>
    <numerusform>حُجب %Ln موضعًا. سيصل إلى الخادم هذا:</numerusform>
    <numerusform>حُجب %Ln موضع. سيصل إلى الخادم هذا:</numerusform>
   </translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>إلغاء</translation>
  </message>
  <message>
   <source>Masking is an aid: names without a title are missed unless they stand above.</source>
   <translation>الحجب عون لا ضمان: الأسماء بلا لقب تفوته ما لم تكن في القائمة أعلاه.</translation>
  </message>
  <message>
   <source>Nothing in it would be masked. A server would get this:</source>
   <translation>لن يُحجب فيه شيء. سيصل إلى الخادم هذا:</translation>
  </message>
  <message>
   <source>One on each line: a name, a street, a project. They are masked in whatever case they are written, and put back in the answer. They stay encrypted on this computer.</source>
   <translation>واحدة في كل سطر: اسم أو شارع أو مشروع. تُحجب كيفما كُتبت حروفها، وتُعاد في الجواب. تبقى مشفّرة على هذا الحاسوب.</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>حفظ</translation>
  </message>
  <message>
   <source>Try it: type or paste a text</source>
   <translation>جرّب: اكتب نصًا أو الصقه</translation>
  </message>
  <message>
   <source>What a server would get</source>
   <translation>ما سيصل إلى الخادم</translation>
  </message>
  <message>
   <source>Words that never go</source>
   <translation>كلمات لا تخرج أبدًا</translation>
  </message>
  <message>
   <source>Your own words, one on each line</source>
   <translation>كلماتك الخاصة، واحدة في كل سطر</translation>
  </message>
 </context>
 <context>
  <name>ModelCard</name>
  <message>
   <source>all on the graphics card</source>
   <translation>بالكامل على بطاقة الرسوميات</translation>
  </message>
  <message>
   <source>{percent} % on the graphics card</source>
   <translation>{percent}٪ على بطاقة الرسوميات</translation>
  </message>
 </context>
 <context>
  <name>ModelDesk</name>
  <message>
   <source>It was too late: {name} is removed.</source>
   <translation>فات الأوان: أزيل {name}.</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>تراجع</translation>
  </message>
  <message>
   <source>{name} is removed, and soon its file inside Hearth.</source>
   <translation>أزيل {name}، وسيُحذف ملفه داخل Hearth بعد قليل.</translation>
  </message>
  <message>
   <source>{name} is removed; its file stays where it is.</source>
   <translation>أزيل {name}؛ ويبقى ملفه في مكانه.</translation>
  </message>
 </context>
 <context>
  <name>ModelOptionsSheet</name>
  <message>
   <source>All as in Settings</source>
   <translation>الكل كما في الإعدادات</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>إلغاء</translation>
  </message>
  <message>
   <source>Options of {name}</source>
   <translation>خيارات {name}</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>حفظ</translation>
  </message>
  <message>
   <source>What you don't change here is as in Settings. It counts from the model's next question on.</source>
   <translation>ما لا تغيّره هنا يبقى كما في الإعدادات. يسري ذلك ابتداءً من السؤال التالي للنموذج.</translation>
  </message>
 </context>
 <context>
  <name>ModelsPage</name>
  <message numerus="yes">
   <source>%Ln core(s)</source>
   <translation>
    <numerusform>بلا نوى</numerusform>
    <numerusform>نواة واحدة</numerusform>
    <numerusform>نواتان</numerusform>
    <numerusform>%Ln نوى</numerusform>
    <numerusform>%Ln نواة</numerusform>
    <numerusform>%Ln نواة</numerusform>
   </translation>
  </message>
  <message>
   <source>Another model: OWNER/NAME of a repository, or a GGUF file's address</source>
   <translation>نموذج آخر: OWNER/NAME لمستودع، أو عنوان ملف GGUF</translation>
  </message>
  <message>
   <source>Copy into Hearth</source>
   <translation>نسخ إلى Hearth</translation>
  </message>
  <message>
   <source>Copy the file into Hearth instead of linking to it</source>
   <translation>نسخ الملف إلى Hearth بدلًا من الارتباط به</translation>
  </message>
  <message>
   <source>DOWNLOADS</source>
   <translation>التنزيلات</translation>
  </message>
  <message>
   <source>Download what is typed here</source>
   <translation>تنزيل ما كُتب هنا</translation>
  </message>
  <message>
   <source>Download…</source>
   <translation>تنزيل…</translation>
  </message>
  <message>
   <source>Find models on this computer</source>
   <translation>البحث عن نماذج على هذا الحاسوب</translation>
  </message>
  <message>
   <source>How far the model is loaded</source>
   <translation>مدى تقدّم تحميل النموذج</translation>
  </message>
  <message>
   <source>Import GGUF…</source>
   <translation>استيراد GGUF…</translation>
  </message>
  <message>
   <source>KEPT BY OTHER PROGRAMS</source>
   <translation>لدى برامج أخرى</translation>
  </message>
  <message>
   <source>Loading {name}</source>
   <translation>جارٍ تحميل {name}</translation>
  </message>
  <message>
   <source>Looking…</source>
   <translation>يبحث…</translation>
  </message>
  <message>
   <source>MORE MODELS</source>
   <translation>نماذج أخرى</translation>
  </message>
  <message>
   <source>Models</source>
   <translation>النماذج</translation>
  </message>
  <message>
   <source>No model is here yet. Download one, or import a GGUF file you have.</source>
   <translation>لا يوجد نموذج بعد. نزّل واحدًا، أو استورد ملف GGUF لديك.</translation>
  </message>
  <message>
   <source>None of the models that Hearth knows fits: a model may have {size} here. A server of your own can answer instead.</source>
   <translation>لا يناسب أيٌّ من النماذج التي يعرفها Hearth: يمكن للنموذج هنا أن يأخذ {size}. يمكن لخادم خاص بك أن يجيب بدلًا من ذلك.</translation>
  </message>
  <message>
   <source>ON THIS COMPUTER</source>
   <translation>على هذا الحاسوب</translation>
  </message>
  <message>
   <source>RECOMMENDED FOR THIS COMPUTER</source>
   <translation>موصى به لهذا الحاسوب</translation>
  </message>
  <message>
   <source>Repository or address of another model</source>
   <translation>مستودع أو عنوان نموذج آخر</translation>
  </message>
  <message>
   <source>Show the whole list</source>
   <translation>عرض القائمة كلها</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>إيقاف</translation>
  </message>
  <message>
   <source>This computer: {cores} · {memory} of memory. Sizes and speeds are about right.</source>
   <translation>هذا الحاسوب: {cores} · ذاكرة {memory}. الأحجام والسرعات تقريبية.</translation>
  </message>
  <message>
   <source>This list came with Hearth and is of {day}. Hearth never looks for a newer one by itself.</source>
   <translation>جاءت هذه القائمة مع Hearth وتاريخها {day}. لا يبحث Hearth عن أحدث منها من تلقاء نفسه.</translation>
  </message>
 </context>
 <context>
  <name>MoveDesk</name>
  <message>
   <source>The data folder stays where it is</source>
   <translation>يبقى مجلد البيانات في مكانه</translation>
  </message>
  <message>
   <source>The data folder wasn't moved</source>
   <translation>لم يُنقل مجلد البيانات</translation>
  </message>
  <message>
   <source>Where shall the data lie?</source>
   <translation>أين تريد أن تكون البيانات؟</translation>
  </message>
 </context>
 <context>
  <name>MoveSheet</name>
  <message>
   <source>Cancel</source>
   <translation>إلغاء</translation>
  </message>
  <message>
   <source>Conversations, libraries and settings move there: {size}. Every copy is read back before the old one is cleared away. Hearth closes meanwhile and opens again from the new place.</source>
   <translation>تُنقل المحادثات والمكتبات والإعدادات إلى هناك: {size}. تُقرأ كل نسخة مرة أخرى قبل إزالة القديمة. يُغلق Hearth خلال ذلك ثم يُفتح من المكان الجديد.</translation>
  </message>
  <message>
   <source>How far the move is</source>
   <translation>مدى تقدّم النقل</translation>
  </message>
  <message>
   <source>Leave the models where they are: {size}</source>
   <translation>اترك النماذج في مكانها: {size}</translation>
  </message>
  <message>
   <source>Move</source>
   <translation>نقل</translation>
  </message>
  <message>
   <source>Move the data folder</source>
   <translation>نقل مجلد البيانات</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>إيقاف</translation>
  </message>
 </context>
 <context>
  <name>NameSheet</name>
  <message>
   <source>Cancel</source>
   <translation>إلغاء</translation>
  </message>
  <message>
   <source>Rename</source>
   <translation>إعادة تسمية</translation>
  </message>
 </context>
 <context>
  <name>NewPassphrase</name>
  <message numerus="yes">
   <source>At least %Ln characters. A few unrelated words are easy to keep in mind.</source>
   <translation>
    <numerusform>من السهل تذكّر بضع كلمات لا رابط بينها.</numerusform>
    <numerusform>حرف واحد على الأقل. من السهل تذكّر بضع كلمات لا رابط بينها.</numerusform>
    <numerusform>حرفان على الأقل. من السهل تذكّر بضع كلمات لا رابط بينها.</numerusform>
    <numerusform>%Ln أحرف على الأقل. من السهل تذكّر بضع كلمات لا رابط بينها.</numerusform>
    <numerusform>%Ln حرفًا على الأقل. من السهل تذكّر بضع كلمات لا رابط بينها.</numerusform>
    <numerusform>%Ln حرف على الأقل. من السهل تذكّر بضع كلمات لا رابط بينها.</numerusform>
   </translation>
  </message>
  <message>
   <source>New passphrase</source>
   <translation>عبارة مرور جديدة</translation>
  </message>
  <message>
   <source>Show what I type</source>
   <translation>إظهار ما أكتبه</translation>
  </message>
  <message>
   <source>The same once more</source>
   <translation>العبارة نفسها مرة أخرى</translation>
  </message>
  <message>
   <source>Type it once more, the same way.</source>
   <translation>اكتبها مرة أخرى بالطريقة نفسها.</translation>
  </message>
 </context>
 <context>
  <name>Notices</name>
  <message>
   <source>Show Hearth</source>
   <translation>إظهار Hearth</translation>
  </message>
 </context>
 <context>
  <name>OfferCard</name>
  <message numerus="yes">
   <source>%Ln language(s)</source>
   <translation>
    <numerusform>بلا لغة</numerusform>
    <numerusform>لغة واحدة</numerusform>
    <numerusform>لغتان</numerusform>
    <numerusform>%Ln لغات</numerusform>
    <numerusform>%Ln لغة</numerusform>
    <numerusform>%Ln لغة</numerusform>
   </translation>
  </message>
  <message>
   <source>Download {name}</source>
   <translation>تنزيل {name}</translation>
  </message>
  <message>
   <source>Download…</source>
   <translation>تنزيل…</translation>
  </message>
  <message>
   <source>English</source>
   <translation>الإنجليزية</translation>
  </message>
  <message>
   <source>about {speed} tokens/s</source>
   <translation>نحو {speed} رمز/ث</translation>
  </message>
  <message>
   <source>fits</source>
   <translation>يناسب</translation>
  </message>
  <message>
   <source>fits when other programs are closed</source>
   <translation>يناسب حين تُغلق البرامج الأخرى</translation>
  </message>
  <message>
   <source>needs a computer with {size}</source>
   <translation>يحتاج حاسوبًا فيه {size}</translation>
  </message>
  <message>
   <source>sees pictures</source>
   <translation>يرى الصور</translation>
  </message>
  <message>
   <source>tight</source>
   <translation>بالكاد</translation>
  </message>
  <message>
   <source>too large</source>
   <translation>كبير جدًا</translation>
  </message>
 </context>
 <context>
  <name>PaletteSheet</name>
  <message>
   <source>Find a command or a conversation</source>
   <translation>البحث عن أمر أو محادثة</translation>
  </message>
  <message>
   <source>Nothing fits. Try fewer letters.</source>
   <translation>لا شيء يطابق. جرّب أحرفًا أقل.</translation>
  </message>
  <message>
   <source>Type a few letters…</source>
   <translation>اكتب بضعة أحرف…</translation>
  </message>
  <message>
   <source>What fits</source>
   <translation>ما يطابق</translation>
  </message>
 </context>
 <context>
  <name>PanelDesk</name>
  <message>
   <source>Details</source>
   <translation>التفاصيل</translation>
  </message>
  <message>
   <source>Prompt</source>
   <translation>المُدخل</translation>
  </message>
 </context>
 <context>
  <name>PassphraseSheet</name>
  <message>
   <source>Cancel</source>
   <translation>إلغاء</translation>
  </message>
  <message>
   <source>Change the passphrase</source>
   <translation>تغيير عبارة المرور</translation>
  </message>
  <message>
   <source>From then on Hearth opens only with this passphrase, and with your recovery code if you made one. If both are lost, nobody can open your conversations.</source>
   <translation>بعد ذلك لا يُفتح Hearth إلا بعبارة المرور هذه، وبرمز الاسترداد إن أنشأته. وإذا فُقد كلاهما فلا يستطيع أحد فتح محادثاتك.</translation>
  </message>
  <message>
   <source>Making the key</source>
   <translation>جارٍ صنع المفتاح</translation>
  </message>
  <message>
   <source>Present passphrase</source>
   <translation>عبارة المرور الحالية</translation>
  </message>
  <message>
   <source>Remove it</source>
   <translation>إزالتها</translation>
  </message>
  <message>
   <source>Remove the passphrase?</source>
   <translation>إزالة عبارة المرور؟</translation>
  </message>
  <message>
   <source>Set a passphrase</source>
   <translation>تعيين عبارة مرور</translation>
  </message>
  <message>
   <source>Set passphrase</source>
   <translation>تعيين عبارة المرور</translation>
  </message>
  <message>
   <source>Your conversations stay encrypted, with a key in your system's keyring. Whoever is logged in to this computer as you can then open Hearth.</source>
   <translation>تبقى محادثاتك مشفّرة بمفتاح في حلقة مفاتيح نظامك. ومن يسجّل الدخول إلى هذا الحاسوب باسمك يستطيع عندئذٍ فتح Hearth.</translation>
  </message>
 </context>
 <context>
  <name>PayloadView</name>
  <message numerus="yes">
   <source>%Ln file(s)</source>
   <translation>
    <numerusform>لا ملفات</numerusform>
    <numerusform>ملف واحد</numerusform>
    <numerusform>ملفان</numerusform>
    <numerusform>%Ln ملفات</numerusform>
    <numerusform>%Ln ملفًا</numerusform>
    <numerusform>%Ln ملف</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln item(s) masked</source>
   <translation>
    <numerusform>لا شيء محجوب</numerusform>
    <numerusform>عنصر واحد محجوب</numerusform>
    <numerusform>عنصران محجوبان</numerusform>
    <numerusform>%Ln عناصر محجوبة</numerusform>
    <numerusform>%Ln عنصرًا محجوبًا</numerusform>
    <numerusform>%Ln عنصر محجوب</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln message(s)</source>
   <translation>
    <numerusform>لا رسائل</numerusform>
    <numerusform>رسالة واحدة</numerusform>
    <numerusform>رسالتان</numerusform>
    <numerusform>%Ln رسائل</numerusform>
    <numerusform>%Ln رسالة</numerusform>
    <numerusform>%Ln رسالة</numerusform>
   </translation>
  </message>
  <message>
   <source>Exact bytes</source>
   <translation>البايتات كما هي</translation>
  </message>
  <message>
   <source>Exactly what leaves</source>
   <translation>ما يُرسل بالضبط</translation>
  </message>
  <message>
   <source>How it is shown</source>
   <translation>طريقة العرض</translation>
  </message>
  <message>
   <source>Masked</source>
   <translation>المحجوب</translation>
  </message>
  <message>
   <source>Masked values stay here; Hearth puts them back into the reply.</source>
   <translation>تبقى القيم المحجوبة هنا، ويعيدها Hearth إلى الرد.</translation>
  </message>
  <message>
   <source>Nothing is masked.</source>
   <translation>لا شيء محجوب.</translation>
  </message>
  <message>
   <source>Nothing was found to mask. Masking is an aid: read it yourself.</source>
   <translation>لم يُعثر على ما يُحجب. الحجب عون فحسب: اقرأه بنفسك.</translation>
  </message>
  <message>
   <source>Readable</source>
   <translation>مقروء</translation>
  </message>
  <message>
   <source>What is masked</source>
   <translation>ما حُجب</translation>
  </message>
  <message>
   <source>{count} bytes</source>
   <translation>{count} بايت</translation>
  </message>
 </context>
 <context>
  <name>Places</name>
  <message>
   <source>page {page}</source>
   <translation>صفحة {page}</translation>
  </message>
  <message>
   <source>sheet {name}</source>
   <translation>ورقة {name}</translation>
  </message>
  <message>
   <source>slide {number}</source>
   <translation>شريحة {number}</translation>
  </message>
 </context>
 <context>
  <name>PresetChoice</name>
  <message>
   <source>As usual</source>
   <translation>كالمعتاد</translation>
  </message>
  <message>
   <source>Assistant</source>
   <translation>المساعد</translation>
  </message>
  <message>
   <source>Assistant: {name}. Choose another.</source>
   <translation>المساعد: {name}. اختيار آخر.</translation>
  </message>
  <message>
   <source>Make and change assistants…</source>
   <translation>إنشاء المساعدين وتغييرهم…</translation>
  </message>
  <message>
   <source>as usual</source>
   <translation>كالمعتاد</translation>
  </message>
  <message>
   <source>{model} isn't on this computer, so the chosen model answers.</source>
   <translation>ليس {model} على هذا الحاسوب، فيجيب النموذج المختار.</translation>
  </message>
 </context>
 <context>
  <name>PresetsSheet</name>
  <message>
   <source>Assistants</source>
   <translation>المساعدون</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>إغلاق</translation>
  </message>
  <message>
   <source>Delete</source>
   <translation>حذف</translation>
  </message>
  <message>
   <source>Duplicate</source>
   <translation>تكرار</translation>
  </message>
  <message>
   <source>Export this assistant</source>
   <translation>تصدير هذا المساعد</translation>
  </message>
  <message>
   <source>Export…</source>
   <translation>تصدير…</translation>
  </message>
  <message>
   <source>Import assistants</source>
   <translation>استيراد مساعدين</translation>
  </message>
  <message>
   <source>Import…</source>
   <translation>استيراد…</translation>
  </message>
  <message>
   <source>Instructions, which the model reads before every question</source>
   <translation>التعليمات التي يقرؤها النموذج قبل كل سؤال</translation>
  </message>
  <message>
   <source>It is exported without its adapters: a file that is given away names no file of yours.</source>
   <translation>صُدِّر من دون محوِّلاته: الملف الذي يُعطى لغيرك لا يذكر أي ملف من ملفاتك.</translation>
  </message>
  <message>
   <source>Model</source>
   <translation>النموذج</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>الاسم</translation>
  </message>
  <message>
   <source>New</source>
   <translation>جديد</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>حفظ</translation>
  </message>
  <message>
   <source>The chosen model</source>
   <translation>النموذج المختار</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>تراجع</translation>
  </message>
  <message>
   <source>{name} (not here)</source>
   <translation>{name} (غير موجود هنا)</translation>
  </message>
  <message>
   <source>“{name}” is deleted.</source>
   <translation>حُذف «{name}».</translation>
  </message>
 </context>
 <context>
  <name>PricePart</name>
  <message>
   <source>Currency</source>
   <translation>العملة</translation>
  </message>
  <message>
   <source>Price of a million tokens that it reads</source>
   <translation>سعر مليون رمز يقرؤه</translation>
  </message>
  <message>
   <source>Price of a million tokens that it writes</source>
   <translation>سعر مليون رمز يكتبه</translation>
  </message>
  <message>
   <source>The model whose price it is</source>
   <translation>النموذج الذي هذا سعره</translation>
  </message>
  <message>
   <source>The prices of its other models are in another currency.</source>
   <translation>أسعار نماذجه الأخرى بعملة أخرى.</translation>
  </message>
  <message>
   <source>The server's list says {reading} for reading and {writing} for writing.</source>
   <translation>تقول قائمة الخادم {reading} للقراءة و{writing} للكتابة.</translation>
  </message>
  <message>
   <source>Use this price</source>
   <translation>استخدم هذا السعر</translation>
  </message>
  <message>
   <source>not known</source>
   <translation>غير معروف</translation>
  </message>
  <message>
   <source>reading</source>
   <translation>القراءة</translation>
  </message>
  <message>
   <source>writing</source>
   <translation>الكتابة</translation>
  </message>
 </context>
 <context>
  <name>PrivacyCard</name>
  <message numerus="yes">
   <source>%Ln request(s), see the Ledger</source>
   <translation>
    <numerusform>لا طلبات</numerusform>
    <numerusform>طلب واحد، انظر السجل</numerusform>
    <numerusform>طلبان، انظر السجل</numerusform>
    <numerusform>%Ln طلبات، انظر السجل</numerusform>
    <numerusform>%Ln طلبًا، انظر السجل</numerusform>
    <numerusform>%Ln طلب، انظر السجل</numerusform>
   </translation>
  </message>
  <message>
   <source>0 bytes have left this computer</source>
   <translation>غادر هذا الحاسوبَ ٠ بايت</translation>
  </message>
  <message>
   <source>No words have left this computer</source>
   <translation>لم تغادر أي كلمة هذا الحاسوب</translation>
  </message>
  <message>
   <source>since you installed Hearth</source>
   <translation>منذ أن ثبّتَّ Hearth</translation>
  </message>
  <message>
   <source>{size} sent, by your choice</source>
   <translation>أُرسل {size} باختيارك</translation>
  </message>
 </context>
 <context>
  <name>PromptList</name>
  <message>
   <source>Make and change saved prompts…</source>
   <translation>إنشاء المُدخلات المحفوظة وتغييرها…</translation>
  </message>
  <message>
   <source>Saved prompts</source>
   <translation>المُدخلات المحفوظة</translation>
  </message>
 </context>
 <context>
  <name>PromptPage</name>
  <message numerus="yes">
   <source>%Ln earlier message(s) had no room in the model's context:</source>
   <translation>
    <numerusform>اتسع سياق النموذج لكل الرسائل السابقة:</numerusform>
    <numerusform>لم يتسع سياق النموذج لرسالة سابقة واحدة:</numerusform>
    <numerusform>لم يتسع سياق النموذج لرسالتين سابقتين:</numerusform>
    <numerusform>لم يتسع سياق النموذج لـ %Ln رسائل سابقة:</numerusform>
    <numerusform>لم يتسع سياق النموذج لـ %Ln رسالة سابقة:</numerusform>
    <numerusform>لم يتسع سياق النموذج لـ %Ln رسالة سابقة:</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln passage(s) of your files had no room.</source>
   <translation>
    <numerusform>اتسع المكان لكل مقاطع ملفاتك.</numerusform>
    <numerusform>لم يتسع المكان لمقطع واحد من ملفاتك.</numerusform>
    <numerusform>لم يتسع المكان لمقطعين من ملفاتك.</numerusform>
    <numerusform>لم يتسع المكان لـ %Ln مقاطع من ملفاتك.</numerusform>
    <numerusform>لم يتسع المكان لـ %Ln مقطعًا من ملفاتك.</numerusform>
    <numerusform>لم يتسع المكان لـ %Ln مقطع من ملفاتك.</numerusform>
   </translation>
  </message>
  <message>
   <source>Copy the prompt</source>
   <translation>نسخ المُدخل</translation>
  </message>
  <message>
   <source>The model's prompt isn't kept for this answer: no model was asked, or it is an old one.</source>
   <translation>لم يُحفظ مُدخل النموذج لهذه الإجابة: لم يُسأل نموذج، أو أنها إجابة قديمة.</translation>
  </message>
  <message>
   <source>There is no answer here yet.</source>
   <translation>لا توجد إجابة هنا بعد.</translation>
  </message>
  <message>
   <source>What the model was given, word for word</source>
   <translation>ما أُعطي للنموذج، كلمةً كلمة</translation>
  </message>
  <message>
   <source>What was sent for this answer is no longer kept. Its row stays in the ledger.</source>
   <translation>ما أُرسل من أجل هذه الإجابة لم يعد محفوظًا. ويبقى قيده في السجل.</translation>
  </message>
  <message>
   <source>{count} bytes, as they left this computer</source>
   <translation>{count} بايت كما غادرت هذا الحاسوب</translation>
  </message>
  <message>
   <source>{used} of {all} tokens, {cached} of them read before</source>
   <translation>{used} من {all} رمز، منها {cached} مقروءة سابقًا</translation>
  </message>
 </context>
 <context>
  <name>PromptsSheet</name>
  <message>
   <source>Asked for: {places}</source>
   <translation>يُسأل عن: {places}</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>إغلاق</translation>
  </message>
  <message>
   <source>Name, without the slash</source>
   <translation>الاسم من دون الشرطة المائلة</translation>
  </message>
  <message>
   <source>New</source>
   <translation>جديد</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>إزالة</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>حفظ</translation>
  </message>
  <message>
   <source>Saved prompts</source>
   <translation>المُدخلات المحفوظة</translation>
  </message>
  <message>
   <source>Text</source>
   <translation>النص</translation>
  </message>
  <message>
   <source>Text of the saved prompt</source>
   <translation>نص المُدخل المحفوظ</translation>
  </message>
  <message>
   <source>Type / and a name in the question field to use one. Words in {{double braces}} are asked for when it is used.</source>
   <translation>اكتب / واسمًا في حقل السؤال لاستخدام واحد. ويُسأل عن الكلمات التي في {{أقواس مزدوجة}} عند الاستخدام.</translation>
  </message>
 </context>
 <context>
  <name>QWidget</name>
  <message>
   <source>Add a GGUF file…</source>
   <translation>إضافة ملف GGUF…</translation>
  </message>
  <message>
   <source>All models…</source>
   <translation>كل النماذج…</translation>
  </message>
  <message>
   <source>Choose a GGUF file</source>
   <translation>اختيار ملف GGUF</translation>
  </message>
  <message>
   <source>Models (*.gguf);;All files (*)</source>
   <translation>النماذج (*.gguf);;كل الملفات (*)</translation>
  </message>
 </context>
 <context>
  <name>QuickAsk</name>
  <message>
   <source>Answer to your quick question</source>
   <translation>الإجابة عن سؤالك السريع</translation>
  </message>
  <message>
   <source>Ask a quick question…</source>
   <translation>اطرح سؤالًا سريعًا…</translation>
  </message>
  <message>
   <source>Files and pictures are added in the large window.</source>
   <translation>تُضاف الملفات والصور في النافذة الكبيرة.</translation>
  </message>
  <message>
   <source>Keep this conversation</source>
   <translation>احتفظ بهذه المحادثة</translation>
  </message>
  <message>
   <source>Open in the window</source>
   <translation>افتح في النافذة</translation>
  </message>
  <message>
   <source>Quick question</source>
   <translation>سؤال سريع</translation>
  </message>
  <message>
   <source>Send the quick question</source>
   <translation>أرسل السؤال السريع</translation>
  </message>
  <message>
   <source>Stop the answer (Esc)</source>
   <translation>أوقف الإجابة (Esc)</translation>
  </message>
 </context>
 <context>
  <name>RankerRow</name>
  <message>
   <source>A folder with a cross-encoder of sentence-transformers. It reads the best passages together with the question, and takes up to two seconds for it.</source>
   <translation>مجلد فيه مُرمِّز متقاطع من sentence-transformers. يقرأ أفضل المقاطع مع السؤال ويستغرق حتى ثانيتين.</translation>
  </message>
  <message>
   <source>Choose a cross-encoder…</source>
   <translation>اختيار مُرمِّز متقاطع…</translation>
  </message>
  <message>
   <source>No cross-encoder ranks the best passages anew.</source>
   <translation>لا مُرمِّز متقاطع يعيد ترتيب أفضل المقاطع.</translation>
  </message>
  <message>
   <source>The best passages are ranked anew by {name}</source>
   <translation>يعيد {name} ترتيب أفضل المقاطع</translation>
  </message>
  <message>
   <source>Turn off</source>
   <translation>إيقاف</translation>
  </message>
  <message>
   <source>Turn the cross-encoder off</source>
   <translation>إيقاف المُرمِّز المتقاطع</translation>
  </message>
 </context>
 <context>
  <name>RecoverySheet</name>
  <message>
   <source>Copied. Other programs can read the clipboard: paste it where it shall stay, then copy something else.</source>
   <translation>تم النسخ. تستطيع برامج أخرى قراءة الحافظة: الصقه حيث ينبغي أن يبقى، ثم انسخ شيئًا آخر.</translation>
  </message>
  <message>
   <source>Copy</source>
   <translation>نسخ</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>تم</translation>
  </message>
  <message>
   <source>I have written it down or printed it</source>
   <translation>كتبته أو طبعته</translation>
  </message>
  <message>
   <source>It opens your conversations when the passphrase or the keyring is lost. It is shown only now. Keep it on paper, away from this computer. An earlier code no longer works.</source>
   <translation>يفتح محادثاتك عند فقدان عبارة المرور أو حلقة المفاتيح. لا يُعرض إلا الآن. احفظه على ورق بعيدًا عن هذا الحاسوب. أي رمز سابق لم يعد صالحًا.</translation>
  </message>
  <message>
   <source>Print…</source>
   <translation>طباعة…</translation>
  </message>
  <message>
   <source>Recovery code for Hearth

{code}

Whoever has this page and the files of the profile can read the conversations. Keep it away from the computer.</source>
   <translation>رمز الاسترداد لـ Hearth

{code}

من لديه هذه الورقة وملفات الملف الشخصي يستطيع قراءة المحادثات. احفظها بعيدًا عن الحاسوب.</translation>
  </message>
  <message>
   <source>Recovery code: {code}</source>
   <translation>رمز الاسترداد: {code}</translation>
  </message>
  <message>
   <source>Your recovery code</source>
   <translation>رمز الاسترداد الخاص بك</translation>
  </message>
 </context>
 <context>
  <name>RestoreDesk</name>
  <message>
   <source>All files</source>
   <translation>كل الملفات</translation>
  </message>
  <message>
   <source>Backups of Hearth</source>
   <translation>نسخ Hearth الاحتياطية</translation>
  </message>
  <message>
   <source>Restore a backup</source>
   <translation>استعادة نسخة احتياطية</translation>
  </message>
  <message>
   <source>The backup wasn't restored</source>
   <translation>لم تُستعد النسخة الاحتياطية</translation>
  </message>
 </context>
 <context>
  <name>RestoreSheet</name>
  <message>
   <source>Cancel</source>
   <translation>إلغاء</translation>
  </message>
  <message>
   <source>How far the restore is</source>
   <translation>مدى تقدم الاستعادة</translation>
  </message>
  <message>
   <source>It opens with the passphrase Hearth had when the backup was made, or with the recovery code of that time. Its conversations come back local: none may ask a server until you allow it.</source>
   <translation>تُفتح بعبارة المرور التي كانت لـ Hearth حين أُنشئت النسخة، أو برمز الاسترداد آنذاك. تعود محادثاتها محلية: لا تسأل أيٌّ منها خادمًا حتى تسمح بذلك.</translation>
  </message>
  <message>
   <source>Or its recovery code</source>
   <translation>أو رمز استردادها</translation>
  </message>
  <message>
   <source>Passphrase of the backup</source>
   <translation>عبارة مرور النسخة الاحتياطية</translation>
  </message>
  <message>
   <source>Restore</source>
   <translation>استعادة</translation>
  </message>
  <message>
   <source>Restore a backup</source>
   <translation>استعادة نسخة احتياطية</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>إيقاف</translation>
  </message>
  <message>
   <source>What is in Hearth now is kept beside it in the data folder, encrypted as it is, in a folder named before-restore with the date.</source>
   <translation>يُحفظ ما في Hearth الآن بجانبها في مجلد البيانات، مشفّرًا كما هو، في مجلد اسمه before-restore مع التاريخ.</translation>
  </message>
 </context>
 <context>
  <name>SamplingForm</name>
  <message>
   <source>Choose words as usual</source>
   <translation>اختيار الكلمات كالمعتاد</translation>
  </message>
  <message>
   <source>From {low} to {high}</source>
   <translation>من {low} إلى {high}</translation>
  </message>
  <message>
   <source>Longest answer in tokens, 0 for no limit</source>
   <translation>أطول إجابة بالرموز، ٠ بلا حد</translation>
  </message>
  <message>
   <source>Min p: no word less likely than this share of the best</source>
   <translation>Min p: لا كلمة أقل احتمالًا من هذه النسبة من الأفضل</translation>
  </message>
  <message>
   <source>Repetition penalty: 1 for none</source>
   <translation>عقوبة التكرار: ١ لعدمها</translation>
  </message>
  <message>
   <source>Seed: the same draws each time, -1 for fresh ones</source>
   <translation>البذرة: السحب نفسه كل مرة، و‎-1‎ لسحب جديد</translation>
  </message>
  <message>
   <source>Temperature: 0 always takes the likeliest word</source>
   <translation>الحرارة: ٠ تأخذ دائمًا الكلمة الأرجح</translation>
  </message>
  <message>
   <source>Top k: so many words at most, 0 for all</source>
   <translation>Top k: هذا العدد من الكلمات على الأكثر، ٠ للكل</translation>
  </message>
  <message>
   <source>Top p: the likeliest words up to this share</source>
   <translation>Top p: الكلمات الأرجح حتى هذه النسبة</translation>
  </message>
  <message>
   <source>a number</source>
   <translation>عدد</translation>
  </message>
  <message>
   <source>a whole number</source>
   <translation>عدد صحيح</translation>
  </message>
  <message>
   <source>{name}: {kind} from {low} to {high}, please.</source>
   <translation>{name}: {kind} من {low} إلى {high} من فضلك.</translation>
  </message>
 </context>
 <context>
  <name>Seal</name>
  <message>
   <source>Not sealed</source>
   <translation>غير معزول</translation>
  </message>
  <message>
   <source>Sealed by the operating system</source>
   <translation>معزول بواسطة نظام التشغيل</translation>
  </message>
  <message>
   <source>Watched, not sealed</source>
   <translation>مراقَب وغير معزول</translation>
  </message>
 </context>
 <context>
  <name>SearchFilters</name>
  <message>
   <source>All libraries</source>
   <translation>كل المكتبات</translation>
  </message>
  <message>
   <source>Any kind</source>
   <translation>أي نوع</translation>
  </message>
  <message>
   <source>Books (EPUB)</source>
   <translation>كتب (EPUB)</translation>
  </message>
  <message>
   <source>Documents (Word and others)</source>
   <translation>مستندات (Word وغيرها)</translation>
  </message>
  <message>
   <source>From: {day}</source>
   <translation>من: {day}</translation>
  </message>
  <message>
   <source>Messages</source>
   <translation>رسائل</translation>
  </message>
  <message>
   <source>Notes and plain text</source>
   <translation>ملاحظات ونصوص عادية</translation>
  </message>
  <message>
   <source>Only files of this day or earlier</source>
   <translation>الملفات حتى هذا اليوم فقط</translation>
  </message>
  <message>
   <source>Only files of this day or later</source>
   <translation>الملفات من هذا اليوم وما بعده فقط</translation>
  </message>
  <message>
   <source>Only files of this kind</source>
   <translation>الملفات من هذا النوع فقط</translation>
  </message>
  <message>
   <source>Only files with this in their path</source>
   <translation>الملفات التي يرد هذا في مسارها فقط</translation>
  </message>
  <message>
   <source>Only in this library</source>
   <translation>في هذه المكتبة فقط</translation>
  </message>
  <message>
   <source>PDF</source>
   <translation>PDF</translation>
  </message>
  <message>
   <source>Part of the path</source>
   <translation>جزء من المسار</translation>
  </message>
  <message>
   <source>Pictures</source>
   <translation>صور</translation>
  </message>
  <message>
   <source>Reset</source>
   <translation>إعادة الضبط</translation>
  </message>
  <message>
   <source>Reset the filters</source>
   <translation>إعادة ضبط المرشّحات</translation>
  </message>
  <message>
   <source>Slides</source>
   <translation>شرائح</translation>
  </message>
  <message>
   <source>Source code and data</source>
   <translation>شيفرات وبيانات</translation>
  </message>
  <message>
   <source>Spreadsheets</source>
   <translation>جداول</translation>
  </message>
  <message>
   <source>To: {day}</source>
   <translation>إلى: {day}</translation>
  </message>
  <message>
   <source>Web pages</source>
   <translation>صفحات ويب</translation>
  </message>
 </context>
 <context>
  <name>SecurityDesk</name>
  <message>
   <source>From now on this passphrase opens Hearth. Make a recovery code in Settings.</source>
   <translation>من الآن تفتح عبارة المرور هذه Hearth. أنشئ رمز استرداد في الإعدادات.</translation>
  </message>
  <message>
   <source>The passphrase is gone. Your system's keyring opens Hearth now.</source>
   <translation>أُزيلت عبارة المرور. تفتح حلقة مفاتيح نظامك Hearth الآن.</translation>
  </message>
 </context>
 <context>
  <name>Sentences</name>
  <message>
   <source>--max-tokens must lie between 0 (no limit) and {limit}; {given} was given.</source>
   <translation>يجب أن تكون قيمة ‎--max-tokens بين ٠ (بلا حد) و{limit}؛ والقيمة المعطاة {given}.</translation>
  </message>
  <message>
   <source>--seed must lie between -1 (a fresh one each time) and {limit}; {given} was given.</source>
   <translation>يجب أن تكون قيمة ‎--seed بين ‎-1 (قيمة جديدة كل مرة) و{limit}؛ والقيمة المعطاة {given}.</translation>
  </message>
  <message>
   <source>--temperature must lie between 0 and 5; {given} was given.</source>
   <translation>يجب أن تكون ‎--temperature‎ بين ٠ و٥؛ المعطى هو {given}.</translation>
  </message>
  <message>
   <source>-k must lie between 1 and {limit}. Choose another number of passages.</source>
   <translation>يجب أن تكون ‎-k‎ بين ١ و{limit}. اختر عددًا آخر من المقاطع.</translation>
  </message>
  <message>
   <source>A SHA-256 sum has 64 digits from 0 to 9 and a to f. Copy it again.</source>
   <translation>مجموع SHA-256 له ٦٤ خانة من ٠ إلى ٩ ومن a إلى f. انسخه من جديد.</translation>
  </message>
  <message>
   <source>A backup is being made already. Wait until it is done, or stop it.</source>
   <translation>تُنشأ نسخة احتياطية بالفعل. انتظر حتى تنتهي أو أوقفها.</translation>
  </message>
  <message>
   <source>A backup opens with the passphrase or the recovery code of its profile. Name a file that holds one, with --passphrase-file or --recovery-code-file.</source>
   <translation>تُفتح النسخة الاحتياطية بعبارة المرور أو برمز الاسترداد لملفها الشخصي. سمِّ ملفًا فيه أحدهما باستخدام ‎--passphrase-file أو ‎--recovery-code-file.</translation>
  </message>
  <message>
   <source>A conversation takes {limit} files at most. Make a library of them on the Library page instead.</source>
   <translation>تسع المحادثة من الملفات {limit} على الأكثر. اصنع منها مكتبة في صفحة «المكتبة» بدلًا من ذلك.</translation>
  </message>
  <message>
   <source>A folder needs a name. Type one, and try again.</source>
   <translation>يحتاج المجلد إلى اسم. اكتب اسمًا ثم حاول مجددًا.</translation>
  </message>
  <message>
   <source>A library needs a name of at most {limit_chars} characters. Choose another.</source>
   <translation>تحتاج المكتبة إلى اسم لا يزيد عدد أحرفه على {limit_chars}. اختر اسمًا آخر.</translation>
  </message>
  <message>
   <source>A limit lies between 0 and {most}; 0 means that there is none. Type it again.</source>
   <translation>يقع الحد بين ٠ و{most}؛ ويعني ٠ أنه لا حد. اكتبه مرة أخرى.</translation>
  </message>
  <message>
   <source>A model has no option of its own called “{option}”. It can have: {options}.</source>
   <translation>ليس للنموذج خيار خاص باسم «{option}». يمكن أن يكون له: {options}.</translation>
  </message>
  <message>
   <source>A password doesn't belong into the proxy's address, where others could see it. Leave it out there (http://name@host:port or socks5://name@host:port) and give it in its own field, or with --proxy-password-file.</source>
   <translation>لا مكان لكلمة المرور في عنوان الوكيل حيث قد يراها آخرون. احذفها من هناك (http://name@host:port أو socks5://name@host:port) وأدخلها في حقلها الخاص أو باستخدام --proxy-password-file.</translation>
  </message>
  <message>
   <source>A picture is still being read. Send the question again in a moment, and it goes with it.</source>
   <translation>ما زالت صورة قيد القراءة. أرسل السؤال مرة أخرى بعد لحظة، فتُرفق به.</translation>
  </message>
  <message>
   <source>A preset needs a name. Type the one you want to see in the list.</source>
   <translation>يحتاج المساعد إلى اسم. اكتب الاسم الذي تريد رؤيته في القائمة.</translation>
  </message>
  <message>
   <source>A price lies between 0 and {most} for a million tokens, and one of the two above 0. A currency has 1 to {limit_chars} signs. Type it again.</source>
   <translation>يقع السعر بين ٠ و{most} لمليون رمز، ويزيد أحد السعرين على ٠. وللعملة من ١ إلى {limit_chars} من العلامات. اكتبه مرة أخرى.</translation>
  </message>
  <message>
   <source>A proxy would read along what goes to a plain http address. Use https, or leave the proxy out.</source>
   <translation>سيقرأ الوكيل ما يذهب إلى عنوان http غير مشفّر. استخدم https، أو استغنِ عن الوكيل.</translation>
  </message>
  <message>
   <source>A saved prompt needs a name: what you will type behind the slash.</source>
   <translation>يحتاج المُدخل المحفوظ إلى اسم: ما ستكتبه بعد الشرطة المائلة.</translation>
  </message>
  <message>
   <source>A saved prompt takes {limit_chars} characters at most. Shorten it.</source>
   <translation>الحد الأقصى لأحرف المُدخل المحفوظ {limit_chars}. اختصره.</translation>
  </message>
  <message>
   <source>A saved prompt's name takes {limit_chars} characters at most. Shorten it.</source>
   <translation>الحد الأقصى لأحرف اسم المُدخل المحفوظ {limit_chars}. اختصره.</translation>
  </message>
  <message>
   <source>All connections are blocked, so nothing was sent. Lift it with 'hearth ledger --unblock' if you want to.</source>
   <translation>كل الاتصالات محظورة، فلم يُرسل شيء. ارفع الحظر بالأمر 'hearth ledger --unblock' إن أردت.</translation>
  </message>
  <message>
   <source>An answer is still being written. Wait for it or stop it, then ask again.</source>
   <translation>ما زالت إجابة تُكتب. انتظرها أو أوقفها ثم اسأل مجددًا.</translation>
  </message>
  <message>
   <source>An older keys.json was put back into the profile. The passphrase of that time opens it now: change it in Settings if others know it.</source>
   <translation>أُعيد ملف keys.json أقدم إلى الملف الشخصي، فتفتحه الآن عبارة مرور ذلك الوقت: غيّرها في الإعدادات إن كان غيرك يعرفها.</translation>
  </message>
  <message>
   <source>An update of this profile was cut off and it can't be told how far it got, so it was left as it is. The state before it is kept in {name}.</source>
   <translation>انقطع تحديث هذا الملف الشخصي ولا يُعرف مداه، فتُرك كما هو. والحالة السابقة محفوظة في {name}.</translation>
  </message>
  <message>
   <source>Another model is in memory already. Choose {name} once more.</source>
   <translation>هناك نموذج آخر في الذاكرة. اختر {name} مرة أخرى.</translation>
  </message>
  <message>
   <source>Attached files</source>
   <translation>ملفات مرفقة</translation>
  </message>
  <message>
   <source>Careful reader</source>
   <translation>قارئ متأنٍّ</translation>
  </message>
  <message>
   <source>Certificates of your own are for your own server only. Add --own if it stands in your house, or leave them out.</source>
   <translation>الشهادات الخاصة لخادمك الخاص فقط. أضف ‎--own‎ إن كان في بيتك، أو اتركها.</translation>
  </message>
  <message>
   <source>Clear writer</source>
   <translation>كاتب واضح</translation>
  </message>
  <message>
   <source>Code</source>
   <translation>البرمجة</translation>
  </message>
  <message>
   <source>Conversations are being taken in already. Wait until that is done, or stop it.</source>
   <translation>تُؤخذ محادثات بالفعل. انتظر حتى ينتهي ذلك أو أوقفه.</translation>
  </message>
  <message>
   <source>Digits: 0123456789.</source>
   <translation>الأرقام: ٠١٢٣٤٥٦٧٨٩٫</translation>
  </message>
  <message>
   <source>Everyday chat</source>
   <translation>محادثات يومية</translation>
  </message>
  <message>
   <source>Explain {{subject}} to me as if I were {{who I am}}.</source>
   <translation>اشرح لي {{الموضوع}} كأنني {{من أنا}}.</translation>
  </message>
  <message>
   <source>Files can't be added to a temporary conversation: what is read of them is kept (encrypted) on the disk, and a temporary conversation leaves nothing there. Begin an ordinary one for them.</source>
   <translation>لا يمكن إضافة ملفات إلى محادثة مؤقتة: ما يُقرأ منها يُحفظ (مشفّرًا) على القرص، والمحادثة المؤقتة لا تترك فيه شيئًا. ابدأ لها محادثة عادية.</translation>
  </message>
  <message>
   <source>Finds passages by meaning</source>
   <translation>يجد المقاطع بحسب معناها</translation>
  </message>
  <message>
   <source>Fixed by the administrator ({path}):</source>
   <translation>حدّده المسؤول ({path}):</translation>
  </message>
  <message>
   <source>General instructions</source>
   <translation>تعليمات عامة</translation>
  </message>
  <message>
   <source>Give both --reading and --writing: what a million tokens cost that the model reads, and that it writes.</source>
   <translation>أعط كلًا من --reading و--writing: ما يكلفه مليون رمز يقرؤه النموذج، ومليون رمز يكتبه.</translation>
  </message>
  <message>
   <source>Give either --block or --unblock, not both: one shuts all connections, the other opens them again.</source>
   <translation>أعطِ إما ‎--block‎ أو ‎--unblock‎ لا كليهما: يغلق أحدهما كل الاتصالات ويفتحها الآخر.</translation>
  </message>
  <message>
   <source>Give either words to search for or a file with --batch, not both and not neither.</source>
   <translation>أعطِ إما كلمات للبحث أو ملفًا مع ‎--batch‎، لا كليهما ولا أيًّا منهما.</translation>
  </message>
  <message>
   <source>Hearth can't write to {name}: the disk or folder is read-only. Allow writing, or use another --profile.</source>
   <translation>لا يستطيع Hearth الكتابة في {name}: القرص أو المجلد للقراءة فقط. اسمح بالكتابة أو استخدم ‎--profile‎ آخر.</translation>
  </message>
  <message>
   <source>Hearth doesn't know how to speak to such a server. Choose one of: {known}.</source>
   <translation>لا يعرف Hearth كيف يخاطب خادمًا كهذا. اختر واحدًا من: {known}.</translation>
  </message>
  <message>
   <source>Hearth ended before this answer was there. Nothing was sent again; compare once more.</source>
   <translation>انتهى Hearth قبل وصول هذه الإجابة. لم يُرسَل شيء مرة أخرى؛ قارن من جديد.</translation>
  </message>
  <message>
   <source>Hearth is locked, so this couldn't be done. Unlock it and try again.</source>
   <translation>Hearth مقفل، فتعذّر ذلك. افتح القفل وحاول مجددًا.</translation>
  </message>
  <message>
   <source>Hearth locks after {minutes} min at the latest.</source>
   <translation>يُقفل Hearth بعد {minutes} د على الأكثر.</translation>
  </message>
  <message>
   <source>Hearth made a mistake of its own while answering. Nothing that was saved is lost. Ask again.</source>
   <translation>ارتكب Hearth خطأً من عنده أثناء الإجابة. لم يضع شيء مما حُفظ. اسأل مجددًا.</translation>
  </message>
  <message>
   <source>Hearth may not open {name}: it belongs to somebody else or its permissions forbid it. Mend them.</source>
   <translation>لا يجوز لـ Hearth فتح {name}: إنه ملك لغيرك أو تمنعه أذوناته. أصلح الأذونات.</translation>
  </message>
  <message>
   <source>Hearth's own list of models ({file}) can't be read. Install Hearth again; models you have still work.</source>
   <translation>تعذّرت قراءة قائمة النماذج الخاصة بـ Hearth ({file}). أعد تثبيت Hearth؛ النماذج الموجودة لديك ما زالت تعمل.</translation>
  </message>
  <message>
   <source>Hearth's smoke test got as far as its part '{part}' and no further, so don't rely on this installation. Install Hearth again, and start it with --smoke-test once more.</source>
   <translation>وصل الفحص الذاتي لـ Hearth إلى جزئه «{part}» ولم يتجاوزه، فلا تعتمد على هذا التثبيت. ثبّت Hearth من جديد، وشغّله مرة أخرى مع --smoke-test.</translation>
  </message>
  <message>
   <source>Hearth's window ended unexpectedly and was started again. What was shown as saved is here; an answer that was being written can be continued.</source>
   <translation>أُغلقت نافذة Hearth على نحو غير متوقع وأُعيد تشغيلها. كل ما ظهر أنه محفوظ موجود هنا، ويمكن متابعة الإجابة التي كانت قيد الكتابة.</translation>
  </message>
  <message>
   <source>It can't be found; perhaps its disk isn't connected. What was read of it is kept and still found. Connect the disk, or take it out of the library.</source>
   <translation>تعذّر العثور عليه؛ ربما لم يكن قرصه موصولًا. ما قُرئ منه محفوظ وما زال يُعثر عليه. صِل القرص، أو أخرجه من المكتبة.</translation>
  </message>
  <message>
   <source>It can't be read ({reason}). Check its disk and its permissions.</source>
   <translation>تعذّرت قراءته ({reason}). تحقق من القرص والأذونات.</translation>
  </message>
  <message>
   <source>It changed while it was being read. Wait until it is complete, then read it again.</source>
   <translation>تغيّر أثناء قراءته. انتظر حتى يكتمل ثم اقرأه مجددًا.</translation>
  </message>
  <message>
   <source>It ended without a word, or was stopped before the first one. Compare once more.</source>
   <translation>انتهت الإجابة دون أي كلمة، أو أُوقفت قبل الكلمة الأولى. قارن من جديد.</translation>
  </message>
  <message>
   <source>It has {have_bytes}, and Hearth reads documents up to {limit_bytes}. Split it, or take out its pictures.</source>
   <translation>حجمه {have_bytes} ويقرأ Hearth المستندات حتى {limit_bytes}. قسّمه أو أزل صوره.</translation>
  </message>
  <message>
   <source>It has {pages} pages, and page {number} was asked for. It may have been changed since; read it again.</source>
   <translation>عدد صفحاته {pages} وطُلبت الصفحة {number}. ربما تغيّر منذ ذلك الحين؛ اقرأه مجددًا.</translation>
  </message>
  <message>
   <source>It holds bytes that are no text, so it can't be read or searched for. Type it anew, or choose another name.</source>
   <translation>فيه بايتات ليست نصًا، فلا يمكن قراءته ولا البحث عنه. اكتبه من جديد أو اختر اسمًا آخر.</translation>
  </message>
  <message>
   <source>It holds more text than one document can sensibly have. Split it into smaller files.</source>
   <translation>فيه نص أكثر مما يُعقل لمستند واحد. قسّمه إلى ملفات أصغر.</translation>
  </message>
  <message>
   <source>It holds more text than one document can sensibly have; only the beginning was read. Split it to have all of it found.</source>
   <translation>فيه نص أكثر مما يُعقل لمستند واحد؛ قُرئت بدايته فقط. قسّمه ليُعثر على كل ما فيه.</translation>
  </message>
  <message>
   <source>It holds no conversations that Hearth knows how to take in. Choose an export of ChatGPT, Open WebUI or Hearth, or a chat of GPT4All, Jan or LM Studio.</source>
   <translation>لا يحوي محادثات يعرف Hearth كيف يأخذها. اختر تصديرًا من ChatGPT أو Open WebUI أو Hearth، أو محادثة من GPT4All أو Jan أو LM Studio.</translation>
  </message>
  <message>
   <source>It holds scripts, macros or actions. Hearth ran none of them.</source>
   <translation>يحتوي على نصوص برمجية أو وحدات ماكرو أو إجراءات. لم يشغّل Hearth شيئًا منها.</translation>
  </message>
  <message>
   <source>It holds text that can't be seen on the page: white on white, tiny, or marked hidden. It was read as well.</source>
   <translation>يحتوي على نص لا يُرى في الصفحة: أبيض على أبيض أو صغير جدًا أو مخفي. وقد قُرئ أيضًا.</translation>
  </message>
  <message>
   <source>It is a link that leads out of the library's folder, so it isn't followed. To have it read, add the place it leads to.</source>
   <translation>هذا رابط يقود إلى خارج مجلد المكتبة، فلا يُتبَع. إذا أردت قراءة ما يقود إليه، فأضف ذلك المكان نفسه.</translation>
  </message>
  <message>
   <source>It is a link, and the file it leads to is gone. Put that file back, or remove the link.</source>
   <translation>إنه رابط، والملف الذي يشير إليه غير موجود. أعد ذلك الملف أو أزل الرابط.</translation>
  </message>
  <message>
   <source>It is a link, and what it leads to is gone, so nothing is read there. Put that back, or remove the link.</source>
   <translation>هذا رابط لم يعد ما يقود إليه موجودًا، فلا يُقرأ شيء هناك. أعد ما كان يقود إليه، أو احذف الرابط.</translation>
  </message>
  <message>
   <source>It is a picture in a form that Hearth can't look at. Save it as PNG or JPEG, or put it into a PDF file.</source>
   <translation>إنه صورة بصيغة لا يستطيع Hearth رؤيتها. احفظها بصيغة PNG أو JPEG أو ضعها في ملف PDF.</translation>
  </message>
  <message>
   <source>It is a picture, so it has no words as text. If there are words to be seen in it, have it read with OCR.</source>
   <translation>إنه صورة فليس فيه كلمات نصية. إن كانت تظهر فيها كلمات فاقرأها بـ OCR.</translation>
  </message>
  <message>
   <source>It is a pipe, a socket or a device and no ordinary file, so it isn't read. Take it out of the folder, or leave its name out in the library's settings.</source>
   <translation>هذا أنبوب أو مقبس أو جهاز وليس ملفًا عاديًا، فلا يُقرأ. أخرجه من المجلد، أو استثنِ اسمه في إعدادات المكتبة.</translation>
  </message>
  <message>
   <source>It is damaged or cut short, so no text could be taken from it. Get or save it anew.</source>
   <translation>إنه تالف أو مبتور فلم يؤخذ منه نص. احصل عليه أو احفظه من جديد.</translation>
  </message>
  <message>
   <source>It is damaged so badly that the process reading it ended. Nothing else is affected; open it in its own program and save it anew.</source>
   <translation>إنه تالف إلى حد أن عملية قراءته انتهت. لم يتأثر شيء آخر؛ افتحه في برنامجه واحفظه من جديد.</translation>
  </message>
  <message>
   <source>It is damaged; what could be read of it was read. Get or save it anew to have all of it found.</source>
   <translation>إنه تالف؛ قُرئ منه ما أمكنت قراءته. احصل عليه أو احفظه من جديد ليُعثر على كل ما فيه.</translation>
  </message>
  <message>
   <source>It is protected by a password in a way that Hearth can't unlock. Save a copy without one.</source>
   <translation>إنه محمي بكلمة مرور بطريقة لا يستطيع Hearth فتحها. احفظ نسخة بلا كلمة مرور.</translation>
  </message>
  <message>
   <source>It is protected by a password, and none of those given opens it. Check the spelling.</source>
   <translation>إنه محمي بكلمة مرور ولا تفتحه أي من الكلمات المعطاة. تحقق من الكتابة.</translation>
  </message>
  <message>
   <source>It is protected by a password. Give the password, or save a copy without one.</source>
   <translation>إنه محمي بكلمة مرور. أعطِ كلمة المرور أو احفظ نسخة من دونها.</translation>
  </message>
  <message>
   <source>It is small but unpacks to more than {limit_bytes}, as a trap for programs would. It wasn't unpacked; don't trust where it came from.</source>
   <translation>إنه صغير لكنه يتضخم عند فكّه إلى أكثر من {limit_bytes} كفخ للبرامج. لم يُفك؛ لا تثق بمصدره.</translation>
  </message>
  <message>
   <source>It is {kind}, which Hearth doesn't read. Save what is in it as PDF or text, if you want to find it.</source>
   <translation>نوعه {kind} ولا يقرؤه Hearth. احفظ محتواه بصيغة PDF أو نصًا إن أردت العثور عليه.</translation>
  </message>
  <message>
   <source>It isn't a kind of document that Hearth can read. Save it as PDF or as text, if its program can.</source>
   <translation>ليس نوعًا من المستندات يستطيع Hearth قراءته. احفظه بصيغة PDF أو نصًا إن أمكن ذلك في برنامجه.</translation>
  </message>
  <message>
   <source>It isn't a picture that Hearth can look at. Save it as PNG or JPEG.</source>
   <translation>ليست صورة يستطيع Hearth النظر إليها. احفظها بصيغة PNG أو JPEG.</translation>
  </message>
  <message>
   <source>It isn't an ordinary file but {kind}, so there is no text to read. Choose a document.</source>
   <translation>ليس ملفًا عاديًا بل {kind}، فلا نص فيه يُقرأ. اختر مستندًا.</translation>
  </message>
  <message>
   <source>It runs on the processor alone, which is slower.</source>
   <translation>يعمل على المعالج وحده، وهذا أبطأ.</translation>
  </message>
  <message>
   <source>It sees {after} tokens of a conversation instead of {before}.</source>
   <translation>يرى {after} رمزًا من المحادثة بدلًا من {before}.</translation>
  </message>
  <message>
   <source>It was written by a newer Hearth, so nothing was taken in. Update Hearth, then import it again.</source>
   <translation>كُتب هذا الملف بإصدار أحدث من Hearth، فلم يُؤخذ منه شيء. حدّث Hearth ثم استورده من جديد.</translation>
  </message>
  <message>
   <source>Its seller has locked it (DRM), so only their own program can show it. Hearth can't read it.</source>
   <translation>أقفله بائعه (DRM) فلا يعرضه إلا برنامجه. لا يستطيع Hearth قراءته.</translation>
  </message>
  <message>
   <source>Line {number} of the batch is no JSON object with a query. Write one {{id, query}} a line.</source>
   <translation>السطر {number} من الدفعة ليس كائن JSON فيه بحث. اكتب {{id, query}} واحدًا في كل سطر.</translation>
  </message>
  <message>
   <source>Long texts</source>
   <translation>نصوص طويلة</translation>
  </message>
  <message>
   <source>Many languages</source>
   <translation>لغات كثيرة</translation>
  </message>
  <message>
   <source>More than {limit} adapters can't be used at once. Leave some out.</source>
   <translation>لا يمكن استخدام أكثر من {limit} محوِّلات معًا. اترك بعضها.</translation>
  </message>
  <message>
   <source>More than {limit} pictures can't be shown with one question. Ask about fewer at a time.</source>
   <translation>لا يمكن عرض أكثر من {limit} صور مع سؤال واحد. اسأل عن عدد أقل في المرة الواحدة.</translation>
  </message>
  <message>
   <source>Name the picture's file behind /image, such as /image cat.png.</source>
   <translation>اذكر ملف الصورة بعد /image، مثل /image cat.png.</translation>
  </message>
  <message>
   <source>Names of sources</source>
   <translation>أسماء مصادر</translation>
  </message>
  <message>
   <source>No comparison waits for a vote. Compare something first with 'hearth compare --provider NAME QUESTION'.</source>
   <translation>لا مقارنة تنتظر تصويتًا. قارن شيئًا أولًا بالأمر 'hearth compare --provider NAME QUESTION'.</translation>
  </message>
  <message>
   <source>No link to {name} can be made there, so the models can't stay behind. Nothing was moved; move them along.</source>
   <translation>لا يمكن إنشاء رابط إلى {name} هناك، لذلك لا يمكن أن تبقى النماذج في مكانها. لم يُنقل شيء؛ انقلها معها.</translation>
  </message>
  <message>
   <source>No model is here yet. Choose a GGUF file in the window, or run: hearth models add FILE.gguf</source>
   <translation>لا يوجد نموذج هنا بعد. اختر ملف GGUF في النافذة، أو نفّذ: hearth models add FILE.gguf</translation>
  </message>
  <message>
   <source>No model is in memory, so nothing can be answered. Choose one and ask again.</source>
   <translation>لا يوجد نموذج في الذاكرة فلا يمكن الإجابة. اختر نموذجًا واسأل مجددًا.</translation>
  </message>
  <message>
   <source>No model is named for “{name}”. Name one in Settings or with --model; 'hearth provider models {name}' shows what it offers.</source>
   <translation>لم يُذكر نموذج لـ «{name}». اذكر واحدًا في الإعدادات أو بالخيار ‎--model؛ ويعرض 'hearth provider models {name}' ما يقدمه.</translation>
  </message>
  <message>
   <source>No model {name} is on the shelf, and there is no such file. 'hearth models list' shows what is there.</source>
   <translation>لا نموذج باسم {name} على الرف ولا ملف كهذا. يعرض 'hearth models list' ما هو موجود.</translation>
  </message>
  <message>
   <source>No model {name} is on the shelf. 'hearth models list' shows what is there.</source>
   <translation>لا نموذج باسم {name} على الرف. يعرض 'hearth models list' ما هو موجود.</translation>
  </message>
  <message>
   <source>No password is at hand for the proxy {proxy}, so nothing was sent. Type it in Settings, or give it with --proxy-password-file.</source>
   <translation>لا توجد كلمة مرور للوكيل {proxy}، لذلك لم يُرسَل شيء. اكتبها في الإعدادات أو أعطها باستخدام --proxy-password-file.</translation>
  </message>
  <message>
   <source>No recovery code was made for this profile. Open it with its passphrase or the keyring.</source>
   <translation>لم يُنشأ رمز استرداد لهذا الملف الشخصي. افتحه بعبارة مروره أو بحلقة المفاتيح.</translation>
  </message>
  <message>
   <source>No sentence in your files has the words of this question. The passages listed with this answer are the nearest ones that were found.</source>
   <translation>لا جملة في ملفاتك فيها كلمات هذا السؤال. المقاطع المذكورة مع هذه الإجابة هي أقرب ما عُثر عليه.</translation>
  </message>
  <message>
   <source>No server may be asked.</source>
   <translation>لا يجوز سؤال أي خادم.</translation>
  </message>
  <message>
   <source>No server named {origin} was found, so nothing was sent. Check the address and whether this computer is online.</source>
   <translation>لم يُعثر على خادم باسم {origin}، فلم يُرسل شيء. تحقق من العنوان ومن اتصال هذا الحاسوب.</translation>
  </message>
  <message>
   <source>Nobody to compare with was named. Give a server's name with --provider; 'hearth provider list' shows those there are.</source>
   <translation>لم يُذكر أحد للمقارنة به. اذكر اسم خادم باستخدام --provider؛ ويعرض 'hearth provider list' الموجود منها.</translation>
  </message>
  <message>
   <source>Not all of the file is understood, so all it could forbid is forbidden.</source>
   <translation>لم يُفهم كل ما في الملف، لذلك يُمنع كل ما يمكنه منعه.</translation>
  </message>
  <message>
   <source>Not sealed: nothing on this system keeps Hearth from the network.</source>
   <translation>غير معزول: لا شيء في هذا النظام يمنع Hearth من الشبكة.</translation>
  </message>
  <message>
   <source>Nothing in your files was found for this question. Other words may find it.</source>
   <translation>لم يُعثر في ملفاتك على شيء لهذا السؤال. قد تعثر عليه كلمات أخرى.</translation>
  </message>
  <message>
   <source>Nothing is fixed by an administrator of this computer.</source>
   <translation>لم يحدّد مسؤول هذا الحاسوب شيئًا.</translation>
  </message>
  <message>
   <source>Nothing of a temporary conversation is kept, and what a server gets is always written down. Begin an ordinary conversation for it.</source>
   <translation>لا يُحفظ شيء من محادثة مؤقتة، وما يحصل عليه خادم يُدوَّن دائمًا. ابدأ محادثة عادية لذلك.</translation>
  </message>
  <message>
   <source>Nothing was fetched, because you didn't agree to it. Look at where it comes from, then repeat with --allow {host}.</source>
   <translation>لم يُجلب شيء لأنك لم توافق. انظر من أين يأتي، ثم أعد الأمر مع ‎--allow {host}.</translation>
  </message>
  <message>
   <source>Nothing was sent again: your leave had served already. Ask again if you want to.</source>
   <translation>لم يُرسل شيء مرة أخرى: استُخدم إذنك من قبل. اسأل مجددًا إن أردت.</translation>
  </message>
  <message>
   <source>Nothing was sent, because you didn't agree to it. Look at what would leave, then repeat with --allow {sha256}.</source>
   <translation>لم يُرسل شيء لأنك لم توافق. اطّلع على ما سيغادر ثم كرّر مع ‎--allow {sha256}‎.</translation>
  </message>
  <message>
   <source>Nothing was sent, because you haven't seen what would leave. Ask again and look at it first.</source>
   <translation>لم يُرسل شيء لأنك لم ترَ ما سيُرسل. اسأل مرة أخرى وانظر إليه أولًا.</translation>
  </message>
  <message>
   <source>Nothing was sent: it would hold text of the kind “{kind}” ({subject_name}), which you haven't allowed to leave. Allow it, or leave it out.</source>
   <translation>لم يُرسل شيء: كان سيحتوي نصًا من النوع «{kind}» ({subject_name}) لم تسمح بمغادرته. اسمح به أو اتركه.</translation>
  </message>
  <message>
   <source>Nothing was sent: the text had changed after you agreed to it. Ask again and look at what would leave.</source>
   <translation>لم يُرسل شيء: تغيّر النص بعد موافقتك. اسأل مجددًا واطّلع على ما سيغادر.</translation>
  </message>
  <message>
   <source>Nothing was sent: what would leave now isn't what you agreed to. Look at it again, then repeat with --allow {sha256}.</source>
   <translation>لم يُرسل شيء: ما سيغادر الآن ليس ما وافقت عليه. اطّلع عليه مجددًا ثم كرّر مع ‎--allow {sha256}‎.</translation>
  </message>
  <message>
   <source>Nothing was sent: your leave had run out after a minute. Ask again.</source>
   <translation>لم يُرسل شيء: انتهى إذنك بعد دقيقة. اسأل مجددًا.</translation>
  </message>
  <message>
   <source>Nothing was sent: your leave was for another purpose. Ask again.</source>
   <translation>لم يُرسل شيء: كان إذنك لغرض آخر. اسأل مجددًا.</translation>
  </message>
  <message>
   <source>Nothing was sent: your leave was for another server. Ask again and look at where it would go.</source>
   <translation>لم يُرسل شيء: كان إذنك لخادم آخر. اسأل مجددًا واطّلع على الوجهة.</translation>
  </message>
  <message>
   <source>One of the recovery code's letters or digits is mistyped. Compare it with your print.</source>
   <translation>أحد أحرف رمز الاسترداد أو أرقامه مكتوب خطأً. قارنه بنسختك المطبوعة.</translation>
  </message>
  <message>
   <source>One thing at a time: a question for both (with --provider), a vote (--vote, with --comparison for another than the newest), or what the votes come to (--results).</source>
   <translation>شيء واحد في كل مرة: سؤال لكليهما (مع --provider)، أو صوت (--vote، ومعه --comparison لمقارنة غير الأحدث)، أو مجموع الأصوات (--results).</translation>
  </message>
  <message>
   <source>Only listed folders may be added to a library.</source>
   <translation>لا تُضاف إلى المكتبة إلا المجلدات المدرجة.</translation>
  </message>
  <message>
   <source>Only listed servers may be asked.</source>
   <translation>لا تُسأل إلا الخوادم المدرجة.</translation>
  </message>
  <message>
   <source>Only models of listed folders may be used.</source>
   <translation>لا تُستخدم إلا نماذج المجلدات المدرجة.</translation>
  </message>
  <message>
   <source>Only pages of PDF files and pictures can be drawn. Read its text, or open it in its own program.</source>
   <translation>لا يمكن رسم إلا صفحات ملفات PDF والصور. اقرأ نصه أو افتحه في برنامجه.</translation>
  </message>
  <message>
   <source>Other parts</source>
   <translation>أجزاء أخرى</translation>
  </message>
  <message>
   <source>Other people on this computer can read the folder {name}, and it can't be closed to them. Choose a folder of your own with --profile.</source>
   <translation>يستطيع آخرون على هذا الحاسوب قراءة المجلد {name} ولا يمكن إغلاقه دونهم. اختر مجلدًا خاصًا بك بـ ‎--profile‎.</translation>
  </message>
  <message>
   <source>Page {number} of {file} isn't in your libraries: the file was changed, moved or taken out. Search again.</source>
   <translation>الصفحة {number} من {file} ليست في مكتباتك: غُيّر الملف أو نُقل أو أُزيل. ابحث مجددًا.</translation>
  </message>
  <message>
   <source>Patient teacher</source>
   <translation>معلم صبور</translation>
  </message>
  <message>
   <source>Pictures</source>
   <translation>صور</translation>
  </message>
  <message>
   <source>Pictures stay on this computer, and this question would go to a server. Take the pictures away to send the words, or keep the conversation on this computer.</source>
   <translation>تبقى الصور على هذا الحاسوب، وهذا السؤال سيذهب إلى خادم. أزل الصور لإرسال الكلمات، أو أبقِ المحادثة على هذا الحاسوب.</translation>
  </message>
  <message>
   <source>Pictures stay on this computer: --image can't go to a server. Leave out --provider, or leave out the picture.</source>
   <translation>تبقى الصور على هذا الحاسوب: لا يمكن إرسال --image إلى خادم. احذف --provider أو احذف الصورة.</translation>
  </message>
  <message>
   <source>Pictures too</source>
   <translation>للصور أيضًا</translation>
  </message>
  <message>
   <source>Plain http would let everybody on the way read along, so it is for servers on this computer only. Use https.</source>
   <translation>يتيح http لكل من في الطريق القراءة، فهو لخوادم هذا الحاسوب فقط. استخدم https.</translation>
  </message>
  <message>
   <source>Programmer</source>
   <translation>مبرمج</translation>
  </message>
  <message>
   <source>Questions about your files</source>
   <translation>أسئلة عن ملفاتك</translation>
  </message>
  <message>
   <source>Quick</source>
   <translation>سريع</translation>
  </message>
  <message>
   <source>Ranks found passages anew</source>
   <translation>يعيد ترتيب المقاطع الموجودة</translation>
  </message>
  <message>
   <source>Reading it took too long and was stopped. It may be damaged; save it anew or split it.</source>
   <translation>استغرقت قراءته وقتًا طويلًا فأوقفت. ربما يكون تالفًا؛ احفظه من جديد أو قسّمه.</translation>
  </message>
  <message>
   <source>Reading it took too long; only the beginning was read. Split it to have all of it found.</source>
   <translation>استغرقت قراءته وقتًا طويلًا؛ قُرئت بدايته فقط. قسّمه ليُعثر على كل ما فيه.</translation>
  </message>
  <message>
   <source>Reading it would take more memory than is safe. Split it into smaller files.</source>
   <translation>تحتاج قراءته إلى ذاكرة أكثر من الآمن. قسّمه إلى ملفات أصغر.</translation>
  </message>
  <message>
   <source>Recordings</source>
   <translation>تسجيلات</translation>
  </message>
  <message>
   <source>Runs almost anywhere</source>
   <translation>يعمل في كل مكان تقريبًا</translation>
  </message>
  <message>
   <source>Sealed: the operating system refuses Hearth every network connection.</source>
   <translation>معزول: يرفض نظام التشغيل لـ Hearth كل اتصال بالشبكة.</translation>
  </message>
  <message>
   <source>Some of its pages are pictures, maybe scanned, so their words can't be found. Have it read with OCR.</source>
   <translation>بعض صفحاته صور، ربما ممسوحة ضوئيًا، فلا يمكن العثور على كلماتها. اقرأه بـ OCR.</translation>
  </message>
  <message>
   <source>Something attached to it gave no text. Save that as a file of its own to be told why.</source>
   <translation>شيء مرفق به لم يعطِ نصًا. احفظه في ملف مستقل لتعرف السبب.</translation>
  </message>
  <message>
   <source>Something that this answer was made from may not go to “{name}”, or it isn't known any more what that was, so it can't be continued there. Ask once more instead.</source>
   <translation>شيء مما كُتبت منه هذه الإجابة لا يجوز أن يذهب إلى «{name}»، أو لم يعد معروفًا ما هو، لذلك لا يمكن متابعتها هناك. اسأل مرة أخرى بدلًا من ذلك.</translation>
  </message>
  <message>
   <source>Something went wrong that Hearth has no words for yet ({code}). What was saved is safe. Try again; if it comes back, run 'hearth doctor'.</source>
   <translation>حدث خلل لا يملك Hearth له كلمات بعد ({code}). ما حُفظ في أمان. حاول مجددًا؛ وإن تكرر فنفّذ 'hearth doctor'.</translation>
  </message>
  <message>
   <source>Steps of tools</source>
   <translation>خطوات أدوات</translation>
  </message>
  <message>
   <source>Sum this up in {{how many}} points, most important first:

{{text}}</source>
   <translation>لخّص هذا في {{كم}} نقاط، الأهم أولًا:

{{النص}}</translation>
  </message>
  <message>
   <source>That comparison isn't here any more: it was deleted. Choose another one.</source>
   <translation>لم تعد هذه المقارنة موجودة هنا: لقد حُذفت. اختر غيرها.</translation>
  </message>
  <message>
   <source>That isn't the passphrase of this profile. Check capitals and keyboard layout, then try again.</source>
   <translation>ليست هذه عبارة مرور هذا الملف الشخصي. تحقق من حالة الأحرف وتخطيط لوحة المفاتيح ثم حاول مجددًا.</translation>
  </message>
  <message>
   <source>That passphrase doesn't open the backup. It opens with the passphrase the profile had when the backup was made.</source>
   <translation>عبارة المرور هذه لا تفتح النسخة الاحتياطية. تُفتح بعبارة المرور التي كانت للملف الشخصي حين أُنشئت.</translation>
  </message>
  <message>
   <source>The address of a file must look like https://host/folder/file.gguf, with nothing before the host. Copy it again.</source>
   <translation>يجب أن يبدو عنوان الملف هكذا: https://host/folder/file.gguf، ولا شيء قبل اسم المضيف. انسخه من جديد.</translation>
  </message>
  <message>
   <source>The administrator of this computer allows only certain servers, and {origin} isn't one of them ({path}), so nothing was sent. Ask a server that is listed there, or a local model.</source>
   <translation>لا يسمح مسؤول هذا الحاسوب إلا بخوادم معيّنة، و{origin} ليس منها ({path})، لذلك لم يُرسل شيء. اسأل خادمًا مدرجًا هناك أو نموذجًا محليًا.</translation>
  </message>
  <message>
   <source>The administrator of this computer forbids asking servers ({path}), so nothing was sent. Ask a local model instead.</source>
   <translation>يمنع مسؤول هذا الحاسوب سؤال الخوادم ({path})، فلم يُرسل شيء. اسأل نموذجًا محليًا بدلًا من ذلك.</translation>
  </message>
  <message>
   <source>The administrator of this computer lets only certain folders be added to a library, and {name} isn't one of them ({path}). Choose a folder that is listed there.</source>
   <translation>لا يسمح مسؤول هذا الحاسوب إلا بإضافة مجلدات معيّنة إلى المكتبة، وليس {name} منها ({path}). اختر مجلدًا مدرجًا هناك.</translation>
  </message>
  <message>
   <source>The administrator of this computer lets only the models of certain folders be used ({path}), so none is fetched. 'hearth models find' shows those that are there.</source>
   <translation>لا يسمح مسؤول هذا الحاسوب إلا باستخدام نماذج مجلدات معيّنة ({path})، لذلك لا يُجلب أي نموذج. يعرض الأمر ‎'hearth models find'‎ الموجود منها.</translation>
  </message>
  <message>
   <source>The administrator of this computer lets only the models of certain folders be used, and {name} isn't one of them ({path}). 'hearth models find' shows those that are there.</source>
   <translation>لا يسمح مسؤول هذا الحاسوب إلا باستخدام نماذج مجلدات معيّنة، وليس {name} منها ({path}). يعرض الأمر ‎'hearth models find'‎ الموجود منها.</translation>
  </message>
  <message>
   <source>The answer of {origin} was longer than anything sensible, so it was broken off at {limit_bytes}. Ask for something shorter.</source>
   <translation>كانت إجابة {origin} أطول من المعقول فقُطعت عند {limit_bytes}. اطلب شيئًا أقصر.</translation>
  </message>
  <message>
   <source>The backup {name} can't be read ({reason}). Check its permissions and its disk.</source>
   <translation>تتعذر قراءة النسخة الاحتياطية {name} ‏({reason}). تحقق من أذوناتها ومن قرصها.</translation>
  </message>
  <message>
   <source>The batch {file} can't be read ({reason}). Check its name and permissions.</source>
   <translation>تعذّرت قراءة الدفعة {file} ‏({reason}). تحقق من الاسم والأذونات.</translation>
  </message>
  <message>
   <source>The chat template in {file} has {have_bytes}, and more than {limit_bytes} isn't trusted. Get the model from its maker.</source>
   <translation>حجم قالب المحادثة في {file} هو {have_bytes}، ولا يوثق بأكثر من {limit_bytes}. احصل على النموذج من صانعه.</translation>
  </message>
  <message>
   <source>The connection to {origin} was lost in the middle of the answer. What had come is kept; ask again if you want to.</source>
   <translation>انقطع الاتصال بـ {origin} في منتصف الإجابة. حُفظ ما وصل؛ اسأل مجددًا إن أردت.</translation>
  </message>
  <message>
   <source>The copy of {name} isn't what was copied: that disk may be failing. Nothing was moved; choose another disk.</source>
   <translation>نسخة {name} لا تطابق ما نُسخ: قد يكون ذلك القرص معطوبًا. لم يُنقل شيء؛ اختر قرصًا آخر.</translation>
  </message>
  <message>
   <source>The data takes {needed_bytes}, and the disk there has {free_bytes} free, so nothing was moved. Free some space, or leave the models where they are.</source>
   <translation>تحتاج البيانات إلى {needed_bytes}، وفي القرص هناك {free_bytes} خالية، لذلك لم يُنقل شيء. أخلِ بعض المساحة، أو اترك النماذج في مكانها.</translation>
  </message>
  <message>
   <source>The demo's profile is thrown away at its end, and a download with it, so nothing was fetched. Start Hearth without --demo for that.</source>
   <translation>يُرمى ملف العرض التجريبي عند نهايته ومعه أي تنزيل، فلم يُجلب شيء. ابدأ Hearth من دون ‎--demo لأجل ذلك.</translation>
  </message>
  <message>
   <source>The demo's profile is thrown away when Hearth ends, so it isn't moved. Use your own.</source>
   <translation>يُحذف ملف العرض التجريبي عند إنهاء Hearth، لذلك لا يُنقل. استخدم ملفك الخاص.</translation>
  </message>
  <message>
   <source>The demo's profile is thrown away when Hearth ends, so there is nothing to back up. Use your own.</source>
   <translation>يُتخلص من ملف العرض التجريبي عند إنهاء Hearth، فلا شيء يُنسخ احتياطيًا. استخدم ملفك أنت.</translation>
  </message>
  <message>
   <source>The demo's profile is thrown away when Hearth ends. Take conversations into your own.</source>
   <translation>يُتخلص من ملف العرض التجريبي عند إنهاء Hearth. خذ المحادثات إلى ملفك أنت.</translation>
  </message>
  <message>
   <source>The disk didn't keep {name} as it was written ({reason}). Check the disk; nothing older was replaced.</source>
   <translation>لم يحتفظ القرص بـ {name} كما كُتب ({reason}). افحص القرص؛ لم يُستبدل شيء أقدم.</translation>
  </message>
  <message>
   <source>The disk is full, so this couldn't be saved. What was saved before is safe. Free some space and try again.</source>
   <translation>القرص ممتلئ فتعذّر الحفظ. ما حُفظ من قبل في أمان. أفرغ بعض المساحة ثم حاول مجددًا.</translation>
  </message>
  <message>
   <source>The disk of the profile can't hold a single file of {need_bytes}. Add {file} as a link.</source>
   <translation>لا يتسع قرص الملف الشخصي لملف واحد حجمه {need_bytes}. أضف {file} كرابط.</translation>
  </message>
  <message>
   <source>The disk of {name} can't close files to other people (FAT and exFAT can't), so nothing was moved. Choose a disk formatted with ext4, btrfs, NTFS or APFS.</source>
   <translation>لا يستطيع قرص {name} منع الآخرين من الملفات (لا يستطيع FAT وexFAT ذلك)، لذلك لم يُنقل شيء. اختر قرصًا مهيأ بنظام ext4 أو btrfs أو NTFS أو APFS.</translation>
  </message>
  <message>
   <source>The embedder {file} can't be used ({reason}), so files can be searched by their words only. Choose another, or leave the choice to Hearth.</source>
   <translation>تعذّر استخدام المُضمِّن {file} ‏({reason})، فلا تُبحث الملفات إلا بكلماتها. اختر غيره أو اترك الاختيار لـ Hearth.</translation>
  </message>
  <message>
   <source>The file can't be read as presets: it isn't whole JSON. Have it exported again.</source>
   <translation>تعذّرت قراءة الملف كمساعدين: ليس JSON كاملًا. اطلب تصديره مجددًا.</translation>
  </message>
  <message>
   <source>The file has a field “{field}” that Hearth doesn't know, so nothing was taken in. It may be misspelled, or from another program.</source>
   <translation>في الملف حقل «{field}» لا يعرفه Hearth، فلم يُؤخذ شيء. ربما كُتب خطأً أو جاء من برنامج آخر.</translation>
  </message>
  <message>
   <source>The file is empty (0 bytes). Its download or its saving may not have been finished; get it anew.</source>
   <translation>الملف فارغ (٠ بايت). ربما لم يكتمل تنزيله أو حفظه؛ احصل عليه من جديد.</translation>
  </message>
  <message>
   <source>The file is larger than {limit_bytes}, too large for presets. Check that it is the right one.</source>
   <translation>الملف أكبر من {limit_bytes}، وهذا كبير على ملف مساعدين. تحقق من أنه الملف الصحيح.</translation>
  </message>
  <message>
   <source>The file isn't one of Hearth's presets, so nothing was taken in. Choose another.</source>
   <translation>ليس الملف من مساعدي Hearth، فلم يُؤخذ شيء. اختر غيره.</translation>
  </message>
  <message>
   <source>The file keys.json in the profile is damaged and can't open your conversations. They are untouched. Put back keys.json (or keys.json.bak) from a backup of the profile.</source>
   <translation>ملف keys.json في الملف الشخصي تالف ولا يفتح محادثاتك، وهي لم تُمس. أعد keys.json (أو keys.json.bak) من نسخة احتياطية.</translation>
  </message>
  <message>
   <source>The file keys.json was changed by something else than Hearth. Your conversations are untouched. If it wasn't you, set a new passphrase in Settings.</source>
   <translation>غيّر شيء غير Hearth ملف keys.json. محادثاتك لم تُمس. إن لم تكن أنت فعيّن عبارة مرور جديدة في الإعدادات.</translation>
  </message>
  <message>
   <source>The file keys.json was damaged or missing; Hearth used its copy and made it whole again.</source>
   <translation>كان ملف keys.json تالفًا أو مفقودًا؛ استخدم Hearth نسخته وأصلحه.</translation>
  </message>
  <message>
   <source>The file was written by a newer Hearth (format {found}; this one knows {known}). Update Hearth to take it in.</source>
   <translation>كتب هذا الملفَ Hearth أحدث (الصيغة {found}؛ ويعرف هذا {known}). حدّث Hearth لأخذه.</translation>
  </message>
  <message>
   <source>The file you named holds no certificates in PEM form. Choose the one your server's administrator gave you.</source>
   <translation>لا يحتوي الملف المسمّى على شهادات بصيغة PEM. اختر الملف الذي أعطاك إياه مسؤول خادمك.</translation>
  </message>
  <message>
   <source>The file {path} can't be read ({reason}). Give a text file with one JSON object a line.</source>
   <translation>تعذّرت قراءة الملف {path} ‏({reason}). أعطِ ملفًا نصيًا فيه كائن JSON واحد في كل سطر.</translation>
  </message>
  <message>
   <source>The first line of {path} is empty. Put the passphrase there.</source>
   <translation>السطر الأول من {path} فارغ. ضع عبارة المرور فيه.</translation>
  </message>
  <message>
   <source>The first line of {path} is too long for a passphrase. Check that it is the right file.</source>
   <translation>السطر الأول من {path} أطول من عبارة مرور. تحقق من أنه الملف الصحيح.</translation>
  </message>
  <message>
   <source>The folder for models can't be read ({reason}). Check its permissions.</source>
   <translation>تعذّرت قراءة مجلد النماذج ({reason}). تحقق من أذوناته.</translation>
  </message>
  <message>
   <source>The folder for models can't be written ({reason}). Allow writing to {folder}.</source>
   <translation>تعذّرت الكتابة في مجلد النماذج ({reason}). اسمح بالكتابة في {folder}.</translation>
  </message>
  <message>
   <source>The folder holds more than {limit} files. Choose the folder with the chats alone.</source>
   <translation>يحوي المجلد أكثر من {limit} ملف. اختر المجلد الذي فيه المحادثات وحدها.</translation>
  </message>
  <message>
   <source>The folder lies on a disk where programs can't lock files, so two Hearths could damage it. Choose a folder on this computer with --profile.</source>
   <translation>يقع المجلد على قرص لا تستطيع البرامج قفل الملفات فيه، فقد يتلفه اثنان من Hearth. اختر مجلدًا على هذا الحاسوب بـ ‎--profile‎.</translation>
  </message>
  <message>
   <source>The folder {name} holds other things, and others may look into it, so no profile is made among them. Choose a new or empty folder with --profile.</source>
   <translation>في المجلد {name} أشياء أخرى، ويمكن لآخرين الاطلاع عليه، لذا لا يُنشأ ملف شخصي بينها. اختر بالخيار ‎--profile‎ مجلدًا جديدًا أو فارغًا.</translation>
  </message>
  <message>
   <source>The form that was asked of the answer can't be enforced by this model. Use a simpler schema.</source>
   <translation>لا يمكن فرض الشكل المطلوب للإجابة على هذا النموذج. استخدم مخططًا أبسط.</translation>
  </message>
  <message>
   <source>The key in the system's keyring isn't the one of this profile any more. Your conversations are untouched: open them with your passphrase or recovery code, or restore the keyring from a backup.</source>
   <translation>المفتاح في حلقة مفاتيح النظام لم يعد مفتاح هذا الملف الشخصي. محادثاتك لم تُمس: افتحها بعبارة المرور أو رمز الاسترداد، أو استعد حلقة المفاتيح من نسخة احتياطية.</translation>
  </message>
  <message>
   <source>The keys of this profile were changed by something else than Hearth, so this way in no longer works. Use your passphrase or recovery code, or put back keys.json from a backup.</source>
   <translation>غيّر شيء غير Hearth مفاتيح هذا الملف الشخصي، فلم يعد هذا الطريق يعمل. استخدم عبارة المرور أو رمز الاسترداد، أو أعد keys.json من نسخة احتياطية.</translation>
  </message>
  <message>
   <source>The last day ({last}) lies before the first ({first}), so no file can have a date between them. Exchange them, or leave one out.</source>
   <translation>اليوم الأخير (‎{last}‎) يسبق الأول (‎{first}‎)، فلا يمكن أن يقع تاريخ ملف بينهما. بدّل بينهما أو اترك أحدهما.</translation>
  </message>
  <message>
   <source>The ledger doesn't hold together from entry {number} on: something else than Hearth changed it. Compare it with an export you kept.</source>
   <translation>لا يتماسك السجل ابتداءً من القيد {number}: غيّره شيء غير Hearth. قارنه بنسخة مصدَّرة احتفظت بها.</translation>
  </message>
  <message>
   <source>The ledger has no entry {number}. 'hearth ledger' lists those there are.</source>
   <translation>ليس في السجل قيد {number}. يسرد 'hearth ledger' القيود الموجودة.</translation>
  </message>
  <message>
   <source>The libraries couldn't be opened, so this couldn't be done. Start Hearth again.</source>
   <translation>تعذّر فتح المكتبات فلم يتم ذلك. شغّل Hearth من جديد.</translation>
  </message>
  <message>
   <source>The list of “{name}” says no price for {model}, so none was taken. Type it with --reading and --writing.</source>
   <translation>لا تذكر قائمة «{name}» سعرًا للنموذج {model}، لذلك لم يؤخذ أي سعر. اكتبه باستخدام --reading و--writing.</translation>
  </message>
  <message>
   <source>The model couldn't look at this picture. Make it smaller, or show it to another model.</source>
   <translation>لم يستطع النموذج النظر إلى هذه الصورة. صغّرها، أو اعرضها على نموذج آخر.</translation>
  </message>
  <message>
   <source>The model couldn't read the conversation. Ask again, or load the model anew.</source>
   <translation>لم يستطع النموذج قراءة المحادثة. اسأل مجددًا أو حمّل النموذج من جديد.</translation>
  </message>
  <message>
   <source>The model no longer has a picture of this conversation. Ask again to show it once more.</source>
   <translation>لم تعد لدى النموذج صورة من هذه المحادثة. اسأل من جديد لتُعرض عليه مرة أخرى.</translation>
  </message>
  <message>
   <source>The model was put aside before it could answer. Ask again.</source>
   <translation>أُزيح النموذج قبل أن يجيب. اسأل مجددًا.</translation>
  </message>
  <message>
   <source>The model's chat template can't be used: {reason}. The file may be damaged or hostile; get it from its maker or choose another model.</source>
   <translation>تعذّر استخدام قالب محادثة النموذج: {reason}. قد يكون الملف تالفًا أو خبيثًا؛ احصل عليه من صانعه أو اختر نموذجًا آخر.</translation>
  </message>
  <message>
   <source>The model's chat template ran longer than {limit_s} seconds and was stopped. Get the model from its maker or choose another.</source>
   <translation>استغرق قالب محادثة النموذج أكثر من {limit_s} ثانية فأوقف. احصل على النموذج من صانعه أو اختر غيره.</translation>
  </message>
  <message>
   <source>The model's computation broke off. What was written is kept. Ask again, or load the model anew.</source>
   <translation>انقطع حساب النموذج. حُفظ ما كُتب. اسأل مجددًا أو حمّل النموذج من جديد.</translation>
  </message>
  <message>
   <source>The model's name has signs that no model's name has. Copy it again from your provider.</source>
   <translation>في اسم النموذج رموز لا تكون في اسم نموذج. انسخه مجددًا من مزوّدك.</translation>
  </message>
  <message>
   <source>The name for the server needs up to 60 letters, digits, spaces, dots or dashes. Choose another one.</source>
   <translation>يتكوّن اسم الخادم من ٦٠ حرفًا أو رقمًا أو مسافة أو نقطة أو شرطة على الأكثر. اختر اسمًا آخر.</translation>
  </message>
  <message>
   <source>The name {origin} leads to this computer or house instead of the internet, so nothing was sent. Check the address, or add it as your own server.</source>
   <translation>يقود الاسم {origin} إلى هذا الحاسوب أو البيت بدل الإنترنت، فلم يُرسل شيء. تحقق من العنوان أو أضفه خادمًا خاصًا بك.</translation>
  </message>
  <message>
   <source>The other models of “{name}” are paid in another currency than {currency}, and a limit couldn't count both. Give all in one.</source>
   <translation>تُدفع أسعار النماذج الأخرى لدى «{name}» بعملة غير {currency}، ولا يمكن لحد واحد أن يحسب العملتين. أعطها كلها بعملة واحدة.</translation>
  </message>
  <message>
   <source>The passphrase file {path} can't be read ({reason}). Check its name and permissions.</source>
   <translation>تعذّرت قراءة ملف عبارة المرور {path} ‏({reason}). تحقق من الاسم والأذونات.</translation>
  </message>
  <message>
   <source>The passphrase is empty. Type at least eight characters.</source>
   <translation>عبارة المرور فارغة. اكتب ثمانية أحرف على الأقل.</translation>
  </message>
  <message>
   <source>The passphrase is longer than {limit_chars} characters. Choose a shorter one.</source>
   <translation>عبارة المرور أطول من الحد ({limit_chars} حرفًا). اختر أقصر منها.</translation>
  </message>
  <message>
   <source>The passphrase is too short. Choose at least {minimum} characters; four words are good.</source>
   <translation>عبارة المرور قصيرة جدًا. الحد الأدنى للأحرف: {minimum}؛ وأربع كلمات مناسبة.</translation>
  </message>
  <message>
   <source>The path of the profile is too long for this system. Choose a shorter one with --profile.</source>
   <translation>مسار الملف الشخصي أطول مما يقبله هذا النظام. اختر أقصر منه بـ ‎--profile‎.</translation>
  </message>
  <message>
   <source>The picture is damaged, so the model wasn't shown it. Choose another, or save it anew.</source>
   <translation>الصورة تالفة، فلم تُعرض على النموذج. اختر صورة أخرى، أو احفظها من جديد.</translation>
  </message>
  <message>
   <source>The preset's “{field}” has to be between {low} and {high}.</source>
   <translation>يجب أن يكون «{field}» في المساعد بين {low} و{high}.</translation>
  </message>
  <message>
   <source>The preset's “{field}” is empty or longer than {limit_chars} characters. Shorten it.</source>
   <translation>«{field}» في المساعد فارغ أو تزيد أحرفه على {limit_chars}. اختصره.</translation>
  </message>
  <message>
   <source>The preset's “{field}” isn't of the kind that belongs there, so nothing was taken in.</source>
   <translation>«{field}» في المساعد ليس من النوع المناسب، فلم يُؤخذ شيء.</translation>
  </message>
  <message>
   <source>The process that reads and searches your files ended unexpectedly. What was read is kept, and it goes on by itself. Try again.</source>
   <translation>انتهت فجأةً العملية التي تقرأ ملفاتك وتبحث فيها. حُفظ ما قُرئ وستواصل من تلقاء نفسها. حاول مجددًا.</translation>
  </message>
  <message>
   <source>The process that reads and searches your files has ended several times within five minutes, so Hearth stopped starting it. Start Hearth again; if it happens again, take out the folder that was added last.</source>
   <translation>انتهت العملية التي تقرأ ملفاتك وتبحث فيها عدة مرات خلال خمس دقائق، فتوقف Hearth عن تشغيلها. شغّل Hearth من جديد؛ وإن تكرر ذلك فأزل آخر مجلد أضفته.</translation>
  </message>
  <message>
   <source>The process that reads documents couldn't be started or ended at once. The system may be out of memory; close other programs and try again.</source>
   <translation>تعذّر تشغيل العملية التي تقرأ المستندات أو انتهت فورًا. ربما نفدت الذاكرة؛ أغلق برامج أخرى ثم حاول مجددًا.</translation>
  </message>
  <message>
   <source>The process that runs the model couldn't be started: the system is out of memory or processes.</source>
   <translation>تعذّر تشغيل عملية النموذج: نفدت ذاكرة النظام أو عملياته.</translation>
  </message>
  <message>
   <source>The process that runs the model ended unexpectedly. What was written is kept. Ask again: it starts afresh.</source>
   <translation>انتهت عملية النموذج فجأة. حُفظ ما كُتب. اسأل مجددًا فتبدأ من جديد.</translation>
  </message>
  <message>
   <source>The process that runs {name} has ended several times within five minutes, so Hearth stopped starting it. Choose another model, or try again later.</source>
   <translation>انتهت عملية {name} عدة مرات خلال خمس دقائق، فتوقف Hearth عن تشغيلها. اختر نموذجًا آخر أو حاول لاحقًا.</translation>
  </message>
  <message>
   <source>The process that speaks to servers couldn't be started, so nothing was sent. Start Hearth again and ask once more.</source>
   <translation>تعذّر تشغيل العملية التي تخاطب الخوادم، فلم يُرسل شيء. شغّل Hearth من جديد ثم اسأل مرة أخرى.</translation>
  </message>
  <message>
   <source>The process that speaks to servers ended unexpectedly. Look in the ledger for what had left, then ask again if you want to.</source>
   <translation>انتهت فجأةً العملية التي تخاطب الخوادم. انظر في السجل ما غادر، ثم اسأل مجددًا إن أردت.</translation>
  </message>
  <message>
   <source>The profile had no passphrase when this backup was made. Open it with the recovery code of that time.</source>
   <translation>لم تكن للملف الشخصي عبارة مرور حين أُنشئت هذه النسخة. افتحها برمز الاسترداد الذي كان آنذاك.</translation>
  </message>
  <message>
   <source>The profile has keys but {name} is missing, so your conversations aren't there. Hearth makes no new one over it: put the file back, or choose another folder with --profile.</source>
   <translation>للملف الشخصي مفاتيح لكن {name} مفقود، فمحادثاتك ليست هناك. لا ينشئ Hearth ملفًا جديدًا فوقه: أعده أو اختر مجلدًا آخر بـ ‎--profile‎.</translation>
  </message>
  <message>
   <source>The proxy of “{name}” has no user name, so there is nothing to give a password for. Name it with --proxy http://name@host:port or socks5://name@host:port.</source>
   <translation>ليس لوكيل «{name}» اسم مستخدم، فلا شيء تُعطى له كلمة مرور. اذكره باستخدام --proxy http://name@host:port أو socks5://name@host:port.</translation>
  </message>
  <message>
   <source>The proxy {proxy} didn't take the user name and the password, so nothing was sent to {origin}. Check both and type the password again.</source>
   <translation>لم يقبل الوكيل {proxy} اسم المستخدم وكلمة المرور، لذلك لم يُرسَل شيء إلى {origin}. تحقق من كليهما واكتب كلمة المرور مرة أخرى.</translation>
  </message>
  <message>
   <source>The proxy {proxy} wants a user name and a password, so nothing was sent. Put the name into its address (http://name@host:port or socks5://name@host:port), and give its password.</source>
   <translation>يطلب الوكيل {proxy} اسم مستخدم وكلمة مرور، لذلك لم يُرسَل شيء. ضع الاسم في عنوانه (http://name@host:port أو socks5://name@host:port) وأعط كلمة مروره.</translation>
  </message>
  <message>
   <source>The proxy's address must look like http://host:port or socks5://host:port, with name@ before the host if it wants a login. Type it again.</source>
   <translation>يجب أن يبدو عنوان الوكيل مثل http://host:port أو socks5://host:port، مع name@ قبل المضيف إن كان يطلب تسجيل الدخول. اكتبه مرة أخرى.</translation>
  </message>
  <message>
   <source>The proxy's password must have 1 to 255 bytes and no line breaks or invisible signs. Type it again.</source>
   <translation>يجب أن تكون كلمة مرور الوكيل من ١ إلى ٢٥٥ بايتًا من دون فواصل أسطر أو علامات غير مرئية. اكتبها مرة أخرى.</translation>
  </message>
  <message>
   <source>The question alone takes {prompt_tokens} tokens, and {room_tokens} of the model's {context_tokens} are free for it. Shorten it or split it.</source>
   <translation>يحتاج السؤال وحده إلى {prompt_tokens} رمز، والمتاح له {room_tokens} من {context_tokens} للنموذج. اختصره أو قسّمه.</translation>
  </message>
  <message>
   <source>The recovery code has {expected} letters and digits, and {typed} were typed. Compare it with your print.</source>
   <translation>عدد أحرف رمز الاسترداد وأرقامه {expected} وكُتب منها {typed}. قارنه بنسختك المطبوعة.</translation>
  </message>
  <message>
   <source>The server's address must look like https://host or https://host:port/v1, in small letters and with nothing else. Type it again.</source>
   <translation>يجب أن يكون عنوان الخادم على هيئة https://host أو https://host:port/v1 بأحرف صغيرة ولا شيء غير ذلك. اكتبه مجددًا.</translation>
  </message>
  <message>
   <source>The strength of an adapter is a number from -{limit} to {limit}, such as style.gguf:0.5.</source>
   <translation>قوة المحوِّل عدد من -{limit} إلى {limit}، مثل style.gguf:0.5.</translation>
  </message>
  <message>
   <source>The system refused to read or write something ({reason}), so the command couldn't be finished. Nothing that was saved before is lost. Where the disk is full, make room and run it again.</source>
   <translation>رفض النظام قراءة شيء أو كتابته ({reason})، لذا تعذر إتمام الأمر. لم يُفقد شيء مما حُفظ من قبل. إن كان القرص ممتلئًا فأفسح مكانًا ثم شغّله مرة أخرى.</translation>
  </message>
  <message>
   <source>The system's keyring didn't answer as it should ({reason}). Try again, or open Hearth with your passphrase or recovery code.</source>
   <translation>لم تُجب حلقة مفاتيح النظام كما ينبغي ({reason}). حاول مجددًا أو افتح Hearth بعبارة المرور أو رمز الاسترداد.</translation>
  </message>
  <message>
   <source>The system's keyring didn't hand out Hearth's key because access was refused. Allow it when the system asks, or open Hearth with your passphrase or recovery code.</source>
   <translation>لم تُسلّم حلقة مفاتيح النظام مفتاح Hearth لأن الوصول رُفض. اسمح به عندما يسأل النظام، أو افتح Hearth بعبارة المرور أو رمز الاسترداد.</translation>
  </message>
  <message>
   <source>The system's keyring is locked. Unlock it and try again; your conversations are untouched.</source>
   <translation>حلقة مفاتيح النظام مقفلة. افتح قفلها ثم حاول مجددًا؛ محادثاتك لم تُمس.</translation>
  </message>
  <message>
   <source>The system's keyring no longer holds the key of this profile. Your conversations are untouched: open them with your passphrase or recovery code, or restore the keyring from a backup.</source>
   <translation>لم تعد حلقة مفاتيح النظام تحمل مفتاح هذا الملف الشخصي. محادثاتك لم تُمس: افتحها بعبارة المرور أو رمز الاسترداد، أو استعد حلقة المفاتيح من نسخة احتياطية.</translation>
  </message>
  <message>
   <source>The text has more than {limit} characters, which is more than can be masked at once. Split it into parts.</source>
   <translation>النص أطول من {limit} حرف، وهذا أكثر مما يمكن حجبه دفعة واحدة. قسّمه إلى أجزاء.</translation>
  </message>
  <message>
   <source>The text is longer than {limit_chars} characters and can't be kept. Shorten it.</source>
   <translation>النص أطول من {limit_chars} حرف ولا يمكن حفظه. اختصره.</translation>
  </message>
  <message>
   <source>The variable {variable} names no folder, so Hearth doesn't know where to keep things. Use --profile.</source>
   <translation>لا يسمّي المتغير {variable} مجلدًا، فلا يعرف Hearth أين يحفظ الأشياء. استخدم ‎--profile‎.</translation>
  </message>
  <message>
   <source>The words of entry {number} are no longer kept, or there were none. Its row and its sum stay in the ledger.</source>
   <translation>لم تعد كلمات القيد {number} محفوظة أو لم تكن له كلمات. يبقى سطره ومجموعه في السجل.</translation>
  </message>
  <message>
   <source>There are more than {limit} entries in “{field}”. Take some out.</source>
   <translation>في «{field}» أكثر من {limit} من المدخلات. أزل بعضها.</translation>
  </message>
  <message>
   <source>There are no conversations of another program in {name}. Choose its folder of chats, or a file that it exported.</source>
   <translation>لا توجد في {name} محادثات برنامج آخر. اختر مجلد محادثاته أو ملفًا صدّره.</translation>
  </message>
  <message>
   <source>There are no words in it ({pages} pages without any): they are pictures, probably scanned, or blank. Have it read with OCR to find what is to be seen on them.</source>
   <translation>لا كلمات فيه (صفحات بلا كلمات: {pages}): هي صور ممسوحة ضوئيًا غالبًا أو فارغة. اقرأه بـ OCR للعثور على ما يظهر فيها.</translation>
  </message>
  <message>
   <source>There are no words in it, at most pictures, so there is nothing that could be found. Nothing needs to be done.</source>
   <translation>لا كلمات فيه، صور على الأكثر، فلا شيء يمكن العثور عليه. لا حاجة إلى فعل شيء.</translation>
  </message>
  <message>
   <source>There is a profile in the folder {name} already. Open that one, or choose another folder.</source>
   <translation>يوجد ملف شخصي في المجلد {name} من قبل. افتحه أو اختر مجلدًا آخر.</translation>
  </message>
  <message>
   <source>There is a profile in {name} already, so nothing was changed. Its data can be kept beside the restored one: answer yes when asked, or give --replace.</source>
   <translation>يوجد ملف شخصي في {name} بالفعل، فلم يُغيَّر شيء. يمكن حفظ بياناته بجانب المستعاد: أجب بـ yes عند السؤال، أو استخدم ‎--replace.</translation>
  </message>
  <message>
   <source>There is a server named “{name}” already. Choose another name, or change that one.</source>
   <translation>يوجد خادم باسم «{name}» بالفعل. اختر اسمًا آخر أو غيّر ذلك الخادم.</translation>
  </message>
  <message>
   <source>There is a spending limit, and nobody has said what {name} takes, so nothing was sent. Type the price in Settings, or take the limit away.</source>
   <translation>هناك حد للإنفاق، ولم يذكر أحد ما يتقاضاه {name}، لذلك لم يُرسل شيء. اكتب السعر في الإعدادات أو أزل الحد.</translation>
  </message>
  <message>
   <source>There is already a saved prompt /{name}. Choose another name.</source>
   <translation>يوجد مُدخل محفوظ باسم ‎/{name}‎ من قبل. اختر اسمًا آخر.</translation>
  </message>
  <message>
   <source>There is no backup {name}. Check its name, and whether its disk is connected.</source>
   <translation>لا توجد نسخة احتياطية {name}. تحقق من اسمها ومن اتصال قرصها.</translation>
  </message>
  <message>
   <source>There is no conversation with the id or title “{name}”. 'hearth export' prints all of them.</source>
   <translation>لا توجد محادثة معرّفها أو عنوانها «{name}». يطبع 'hearth export' كل المحادثات.</translation>
  </message>
  <message>
   <source>There is no cross-encoder in {file} that can be used ({reason}). Choose the folder of one that was made with sentence-transformers and lies in safetensors files.</source>
   <translation>لا يوجد في {file} مُرمِّز متقاطع يمكن استخدامه ({reason}). اختر مجلد واحد صُنع بـ sentence-transformers ويقع في ملفات safetensors.</translation>
  </message>
  <message>
   <source>There is no download {name}. 'hearth models download' without a name shows what was begun.</source>
   <translation>لا يوجد تنزيل باسم {name}. الأمر 'hearth models download' بلا اسم يعرض ما بدأ.</translation>
  </message>
  <message>
   <source>There is no embedder in {file}, so files can be searched by their words only. Set Hearth up again, or choose the folder of another embedder.</source>
   <translation>لا يوجد مُضمِّن في {file}، فلا تُبحث الملفات إلا بكلماتها. أعد إعداد Hearth أو اختر مجلد مُضمِّن آخر.</translation>
  </message>
  <message>
   <source>There is no file or folder {name}. Check its name, and whether its disk is connected.</source>
   <translation>لا يوجد ملف أو مجلد {name}. تحقق من اسمه ومن اتصال قرصه.</translation>
  </message>
  <message>
   <source>There is no file with this name any more, or never was. Check the name and the folder.</source>
   <translation>لم يعد هناك ملف بهذا الاسم أو لم يكن قط. تحقق من الاسم والمجلد.</translation>
  </message>
  <message>
   <source>There is no file {subject}. Check its name, or whether its disk is connected.</source>
   <translation>لا يوجد ملف {subject}. تحقق من اسمه أو من اتصال قرصه.</translation>
  </message>
  <message>
   <source>There is no folder {folder}. Check the name that was given.</source>
   <translation>لا يوجد مجلد {folder}. تحقق من الاسم المعطى.</translation>
  </message>
  <message>
   <source>There is no folder {name}. Check its name, and whether its disk is connected.</source>
   <translation>لا يوجد مجلد {name}. تحقق من اسمه ومن اتصال قرصه.</translation>
  </message>
  <message>
   <source>There is no library named “{name}”. 'hearth library list' shows those there are.</source>
   <translation>لا توجد مكتبة باسم «{name}». يعرض 'hearth library list' الموجودة.</translation>
  </message>
  <message>
   <source>There is no library yet, so there is nothing to search. Make one: hearth library add NAME FOLDER.</source>
   <translation>لا توجد مكتبة بعد فلا شيء يُبحث فيه. أنشئ واحدة: hearth library add NAME FOLDER.</translation>
  </message>
  <message>
   <source>There is no profile in the folder {name}. Check the name given with --profile.</source>
   <translation>لا يوجد ملف شخصي في المجلد {name}. تحقق من الاسم المعطى مع ‎--profile‎.</translation>
  </message>
  <message>
   <source>There is no question before this message, so there is nothing to answer again.</source>
   <translation>لا يوجد سؤال قبل هذه الرسالة فلا شيء يُجاب عنه مجددًا.</translation>
  </message>
  <message>
   <source>There is no question that may leave, so nothing was sent. Type one, or allow more of the conversation.</source>
   <translation>لا يوجد سؤال يجوز أن يغادر، فلم يُرسل شيء. اكتب سؤالًا أو اسمح بالمزيد من المحادثة.</translation>
  </message>
  <message>
   <source>There is no question to ask. Type one.</source>
   <translation>لا يوجد سؤال. اكتب سؤالًا.</translation>
  </message>
  <message>
   <source>There is no server named “{name}”. 'hearth provider list' shows those there are.</source>
   <translation>لا يوجد خادم باسم «{name}». يعرض 'hearth provider list' الموجودة.</translation>
  </message>
  <message>
   <source>There is no such kind. The kinds are: {known}.</source>
   <translation>لا يوجد نوع كهذا. الأنواع هي: {known}.</translation>
  </message>
  <message>
   <source>There is no text to save. Write the prompt first.</source>
   <translation>لا نص للحفظ. اكتب المُدخل أولًا.</translation>
  </message>
  <message>
   <source>There is nothing the model could answer. Type a question.</source>
   <translation>لا شيء يجيب عنه النموذج. اكتب سؤالًا.</translation>
  </message>
  <message>
   <source>There is nothing to search for. Type at least one word.</source>
   <translation>لا شيء للبحث عنه. اكتب كلمة واحدة على الأقل.</translation>
  </message>
  <message>
   <source>There is nothing to vote on: a vote is already there, or one of the two answers is missing. Compare once more.</source>
   <translation>لا شيء للتصويت عليه: هناك تصويت بالفعل، أو أن إحدى الإجابتين ناقصة. قارن من جديد.</translation>
  </message>
  <message>
   <source>There is something in {name} already, and Hearth mixes its data with nothing else. Name a new or an empty folder.</source>
   <translation>يوجد شيء في {name} بالفعل، ولا يخلط Hearth بياناته بغيرها. حدّد مجلدًا جديدًا أو فارغًا.</translation>
  </message>
  <message>
   <source>There is too much text to send ({size_bytes}; at most {limit_bytes}). Leave some of it out.</source>
   <translation>النص المراد إرساله أكبر من اللازم ({size_bytes}؛ والحد {limit_bytes}). اترك بعضه.</translation>
  </message>
  <message>
   <source>There isn't enough free memory to work out the key from the passphrase ({needed_bytes}). Close other programs and try again.</source>
   <translation>لا توجد ذاكرة حرة كافية لحساب المفتاح من عبارة المرور ({needed_bytes}). أغلق برامج أخرى ثم حاول مجددًا.</translation>
  </message>
  <message>
   <source>There was no recovery code when this backup was made. Open it with the passphrase of that time.</source>
   <translation>لم يكن هناك رمز استرداد حين أُنشئت هذه النسخة. افتحها بعبارة المرور التي كانت آنذاك.</translation>
  </message>
  <message>
   <source>Thinking things through</source>
   <translation>تفكير متأنٍّ</translation>
  </message>
  <message>
   <source>This address lies on this computer. Add --own to say that it is your own server.</source>
   <translation>يقع هذا العنوان على هذا الحاسوب. أضف ‎--own‎ لتقول إنه خادمك الخاص.</translation>
  </message>
  <message>
   <source>This address lies on this computer. Import the file itself, or fetch it with 'hearth models download --own'.</source>
   <translation>هذا العنوان على هذا الحاسوب. استورد الملف نفسه، أو اجلبه بالأمر 'hearth models download --own'.</translation>
  </message>
  <message>
   <source>This answer was written by {model} ({name}), and this conversation is answered by another model of “{server}” or by another server now. Choose that one again to have it continued, or ask once more.</source>
   <translation>كتب {model} ({name}) هذه الإجابة، ويجيب في هذه المحادثة الآن نموذج آخر لدى «{server}» أو خادم آخر. اختر ذاك من جديد لتُتابَع، أو اسأل مرة أخرى.</translation>
  </message>
  <message>
   <source>This computer doesn't let you read it. Change its permissions, or ask its owner.</source>
   <translation>لا يسمح لك هذا الحاسوب بقراءته. غيّر أذوناته أو اسأل مالكه.</translation>
  </message>
  <message>
   <source>This conversation has no leave for that server, so nothing was sent. Choose the server for this conversation first.</source>
   <translation>ليس لهذه المحادثة إذن لذلك الخادم، فلم يُرسل شيء. اختر الخادم لهذه المحادثة أولًا.</translation>
  </message>
  <message>
   <source>This conversation is answered by {name}, so no model here was asked. Let it stay on this computer first, or ask the server.</source>
   <translation>يجيب {name} عن هذه المحادثة، لذلك لم يُسأل أي نموذج هنا. أبقها على هذا الحاسوب أولًا أو اسأل الخادم.</translation>
  </message>
  <message>
   <source>This conversation is no longer there; it may have been deleted. Choose another one.</source>
   <translation>لم تعد هذه المحادثة موجودة؛ ربما حُذفت. اختر غيرها.</translation>
  </message>
  <message>
   <source>This folder can't be looked into ({reason}), so what lies in it isn't read. Check its permissions, then try again.</source>
   <translation>لا يمكن النظر في هذا المجلد ({reason})، فلا يُقرأ ما فيه. تحقق من أذوناته ثم حاول مرة أخرى.</translation>
  </message>
  <message>
   <source>This is the demo: a test model of 5 MB that can find and copy, nothing more, and a profile that is thrown away at the end.</source>
   <translation>هذا عرض تجريبي: نموذج اختبار حجمه ٥ ميغابايت يستطيع البحث والنسخ لا أكثر، وملف شخصي يُحذف في النهاية.</translation>
  </message>
  <message>
   <source>This is the only way to open the profile, so it stays. Set up another way first.</source>
   <translation>هذا هو الطريق الوحيد لفتح الملف الشخصي فيبقى. هيّئ طريقًا آخر أولًا.</translation>
  </message>
  <message>
   <source>This isn't a key: it has spaces, line breaks or signs that no key has, or none at all. Copy it again from your provider.</source>
   <translation>ليس هذا مفتاحًا: فيه مسافات أو أسطر أو رموز لا تكون في مفتاح، أو أنه فارغ. انسخه مجددًا من مزوّدك.</translation>
  </message>
  <message>
   <source>This message is no longer there; its conversation may have been deleted. Choose another one.</source>
   <translation>لم تعد هذه الرسالة موجودة؛ ربما حُذفت محادثتها. اختر غيرها.</translation>
  </message>
  <message>
   <source>This names no model. Give an id that 'hearth models recommend' shows, OWNER/NAME of a repository, or the address of a GGUF file.</source>
   <translation>هذا لا يسمّي نموذجًا. أعطِ معرّفًا يعرضه 'hearth models recommend'، أو OWNER/NAME لمستودع، أو عنوان ملف GGUF.</translation>
  </message>
  <message>
   <source>This preset isn't there any more. Choose another one.</source>
   <translation>لم يعد هذا المساعد موجودًا. اختر غيره.</translation>
  </message>
  <message>
   <source>This profile has no passphrase. Open it through the system's keyring or with the recovery code.</source>
   <translation>ليس لهذا الملف الشخصي عبارة مرور. افتحه بحلقة مفاتيح النظام أو برمز الاسترداد.</translation>
  </message>
  <message>
   <source>This profile is locked. Open it with its passphrase or recovery code; on the command line, name a file that holds the passphrase with --passphrase-file.</source>
   <translation>هذا الملف الشخصي مقفل. افتحه بعبارة المرور أو رمز الاسترداد؛ وفي سطر الأوامر سمِّ بـ ‎--passphrase-file‎ ملفًا يحتوي عبارة المرور.</translation>
  </message>
  <message>
   <source>This profile is open in another Hearth. Close that one, or use another --profile.</source>
   <translation>هذا الملف الشخصي مفتوح في Hearth آخر. أغلقه أو استخدم ‎--profile‎ آخر.</translation>
  </message>
  <message>
   <source>This profile needs passphrase and keyring together, and this would undo that. Turn that off first.</source>
   <translation>يحتاج هذا الملف الشخصي إلى عبارة المرور وحلقة المفاتيح معًا، وهذا يلغي ذلك. أوقف ذلك أولًا.</translation>
  </message>
  <message>
   <source>This profile opens by this computer's keyring, which no backup can take along. Set a passphrase or make a recovery code first (on the command line: --make-recovery-code), then make the backup.</source>
   <translation>يُفتح هذا الملف الشخصي بحلقة مفاتيح هذا الحاسوب، ولا يمكن لنسخة احتياطية أن تأخذها معها. عيّن أولًا عبارة مرور أو أنشئ رمز استرداد (في سطر الأوامر: ‎--make-recovery-code)، ثم أنشئ النسخة.</translation>
  </message>
  <message>
   <source>This profile opens only with passphrase and keyring together, and the keyring isn't there. Unlock the system's keyring, or use your recovery code.</source>
   <translation>لا يُفتح هذا الملف الشخصي إلا بعبارة المرور وحلقة المفاتيح معًا، والحلقة غير متاحة. افتح قفلها أو استخدم رمز الاسترداد.</translation>
  </message>
  <message>
   <source>This profile was made by a newer Hearth. It was left as it is; update Hearth to open it.</source>
   <translation>أنشأ هذا الملفَ الشخصي Hearth أحدث. تُرك كما هو؛ حدّث Hearth لفتحه.</translation>
  </message>
  <message>
   <source>This profile was used by a newer Hearth. It was left as it is; update Hearth to open it.</source>
   <translation>استخدم هذا الملفَ الشخصي Hearth أحدث. تُرك كما هو؛ حدّث Hearth لفتحه.</translation>
  </message>
  <message>
   <source>This profile's key was kept by another kind of keyring ({wanted}). Start that one, or open the profile with your passphrase or recovery code.</source>
   <translation>حُفظ مفتاح هذا الملف الشخصي في نوع آخر من حلقات المفاتيح ({wanted}). شغّله أو افتح الملف بعبارة المرور أو رمز الاسترداد.</translation>
  </message>
  <message>
   <source>This recovery code belongs to another profile, or a newer code has replaced it. Look for the newest one.</source>
   <translation>رمز الاسترداد هذا لملف شخصي آخر، أو حل محله رمز أحدث. ابحث عن الأحدث.</translation>
  </message>
  <message>
   <source>This recovery code doesn't open the backup. It opens with the newest code there was when it was made.</source>
   <translation>رمز الاسترداد هذا لا يفتح النسخة الاحتياطية. تُفتح بأحدث رمز كان حين أُنشئت.</translation>
  </message>
  <message>
   <source>This system doesn't tell how much memory it has, so no model can be recommended. 'hearth models info FILE' says what one needs.</source>
   <translation>لا يخبر هذا النظام كم لديه من الذاكرة، فلا يمكن التوصية بنموذج. الأمر 'hearth models info FILE' يقول ما يحتاجه كل نموذج.</translation>
  </message>
  <message>
   <source>This system has no keyring that Hearth can use. Open Hearth with a passphrase or your recovery code.</source>
   <translation>ليس في هذا النظام حلقة مفاتيح يستطيع Hearth استخدامها. افتح Hearth بعبارة مرور أو رمز الاسترداد.</translation>
  </message>
  <message>
   <source>This system has no open keyring to keep Hearth's key, so the new profile needs a passphrase. Choose one in the window, or name a file that holds it with --passphrase-file.</source>
   <translation>ليس في هذا النظام حلقة مفاتيح مفتوحة لحفظ مفتاح Hearth، فيحتاج الملف الشخصي الجديد إلى عبارة مرور. اخترها في النافذة أو سمِّ ملفًا يحتويها بـ ‎--passphrase-file‎.</translation>
  </message>
  <message>
   <source>This would pass the spending limit, so nothing was sent. Raise the limit, or ask the local model.</source>
   <translation>سيتجاوز هذا حد الإنفاق، لذلك لم يُرسل شيء. ارفع الحد أو اسأل النموذج المحلي.</translation>
  </message>
  <message>
   <source>Translate into {{language}}, and keep tone and formatting:

{{text}}</source>
   <translation>ترجم إلى {{اللغة}} مع الحفاظ على النبرة والتنسيق:

{{النص}}</translation>
  </message>
  <message>
   <source>Translator</source>
   <translation>مترجم</translation>
  </message>
  <message>
   <source>Watched, not sealed: this screen is reached over the network, so the window needs it. The processes that read models and files are sealed.</source>
   <translation>مراقَب وغير معزول: يُوصل إلى هذه الشاشة عبر الشبكة، فتحتاج إليها النافذة. أما العمليات التي تقرأ النماذج والملفات فمعزولة.</translation>
  </message>
  <message>
   <source>Watched, not sealed: this system lets Hearth refuse its own network calls only, not those of the libraries in it.</source>
   <translation>مراقَب وغير معزول: لا يتيح هذا النظام لـ Hearth إلا رفض استدعاءاته هو للشبكة، لا استدعاءات المكتبات التي فيه.</translation>
  </message>
  <message>
   <source>What came of {name} isn't the file that was announced (its SHA-256 is another one), so it was deleted. Download it again; if it happens again, choose another repository.</source>
   <translation>ما وصل من {name} ليس الملف المعلَن (مجموع SHA-256 مختلف)، فحُذف. نزّله من جديد؛ وإن تكرر ذلك فاختر مستودعًا آخر.</translation>
  </message>
  <message>
   <source>What it has read is kept in {after} bits a value instead of {before}.</source>
   <translation>يُحفظ ما قرأه بعدد {after} بت لكل قيمة بدلًا من {before}.</translation>
  </message>
  <message>
   <source>What the graphics processors here offer couldn't be found out: a driver didn't answer or broke down. Models run on the processor meanwhile. Bring the driver up to date, then look again.</source>
   <translation>تعذّرت معرفة ما تقدّمه معالجات الرسوميات هنا: لم يستجب أحد برامج التشغيل أو تعطّل. تعمل النماذج في هذه الأثناء على المعالج. حدّث برنامج التشغيل ثم انظر مرة أخرى.</translation>
  </message>
  <message>
   <source>What was kept of the download of {name} can't be used any more. Cancel it and begin again.</source>
   <translation>ما حُفظ من تنزيل {name} لم يعد صالحًا. ألغِه وابدأ من جديد.</translation>
  </message>
  <message>
   <source>Words in it were read from pictures (OCR), so there may be mistakes in them.</source>
   <translation>قُرئت كلمات فيه من صور (OCR)، فقد تكون فيها أخطاء.</translation>
  </message>
  <message>
   <source>Write a {{tone}} reply to this message, no longer than the message itself:

{{message}}</source>
   <translation>اكتب ردًّا بنبرة {{النبرة}} على هذه الرسالة، لا يزيد طوله على طول الرسالة نفسها:

{{الرسالة}}</translation>
  </message>
  <message>
   <source>You are a careful programmer. First make sure of the goal, the language and its version; if one of them decides the answer and is missing, ask. Write complete code that runs, with clear names and handled errors, in the style of what you are shown. Put code into fenced blocks with the language's name. Explain only what isn't plain from the code, name what you haven't been able to check, and never invent functions or options of a library.</source>
   <translation>أنت مبرمج متأنٍّ. تأكد أولًا من الهدف ومن اللغة وإصدارها؛ وإن كان أحدها يحسم الجواب وهو غائب فاسأل. اكتب شيفرة كاملة تعمل، بأسماء واضحة ومعالجة للأخطاء، وبأسلوب ما يُعرض عليك. ضع الشيفرة في كتل تحمل اسم اللغة. لا تشرح إلا ما لا يتضح من الشيفرة، واذكر ما لم تستطع التحقق منه، ولا تخترع أبدًا دوال مكتبة أو خياراتها.</translation>
  </message>
  <message>
   <source>You explain things to someone who is bright and new to the subject. Begin with the idea in one or two everyday sentences, then give one concrete example, then the precise version. Explain each technical word when it first comes up. Go one step at a time, and end with one short question that lets the reader check whether it has become clear. Say so when something is simplified or disputed.</source>
   <translation>أنت تشرح لشخص ذكي يجهل الموضوع. ابدأ بالفكرة في جملة أو جملتين من الكلام اليومي، ثم أعط مثالًا ملموسًا واحدًا، ثم الصياغة الدقيقة. اشرح كل مصطلح عند أول وروده. تقدّم خطوة خطوة، واختم بسؤال قصير يتيح للقارئ أن يتحقق من أن الأمر صار واضحًا. ونبّه حين يكون شيء مبسطًا أو محل خلاف.</translation>
  </message>
  <message>
   <source>You have chosen in Settings that no server is ever asked, so nothing was sent. Change it there if you want to.</source>
   <translation>اخترت في الإعدادات ألّا يُسأل أي خادم أبدًا، لذلك لم يُرسل شيء. غيّر ذلك هناك إن شئت.</translation>
  </message>
  <message>
   <source>You help people write. Keep the writer's meaning, voice and language. Prefer short sentences, plain words and active verbs; cut what says nothing. Show the improved text first and whole, then, in at most three short points, what you changed and why. Don't add facts. If something is unclear, ask one question instead of guessing.</source>
   <translation>أنت تساعد الناس على الكتابة. حافظ على معنى الكاتب وصوته ولغته. فضّل الجمل القصيرة والكلمات البسيطة والأفعال المبنية للمعلوم، واحذف ما لا يقول شيئًا. اعرض أولًا النص المحسّن كاملًا، ثم اذكر في ثلاث نقاط قصيرة على الأكثر ما غيّرته ولماذا. لا تضف وقائع. وإن كان شيء غير واضح فاطرح سؤالًا واحدًا بدل التخمين.</translation>
  </message>
  <message>
   <source>You read documents closely. Rest every statement on the text you were given and say where it stands; keep apart what the text says, what follows from it, and what you only suppose. Give figures, dates and names exactly. Point out contradictions and what is missing. When the text doesn't tell, say that it doesn't.</source>
   <translation>أنت تقرأ المستندات بدقة. أسند كل قول إلى النص الذي أُعطيته واذكر موضعه؛ وميّز بين ما يقوله النص، وما يلزم عنه، وما تفترضه فقط. اذكر الأرقام والتواريخ والأسماء كما هي تمامًا. أشر إلى التناقضات وإلى ما ينقص. وحين لا يقول النص شيئًا فقل ذلك.</translation>
  </message>
  <message>
   <source>You translate. When no target language is named, translate into English, and English into the language the person used before; if there was none, ask. Carry over meaning, tone and form of address, keep names, numbers, formatting and code as they are, and leave nothing out. Give the translation alone; put a note below it only where a word has two readings that matter.</source>
   <translation>أنت تترجم. إن لم تُذكر لغة الهدف فترجم إلى العربية، وترجم العربية إلى اللغة التي استُعملت من قبل؛ فإن لم تكن هناك لغة فاسأل. انقل المعنى والنبرة وصيغة المخاطبة، وأبق الأسماء والأرقام والتنسيق والشيفرة كما هي، ولا تترك شيئًا. أعط الترجمة وحدها، ولا تضع تحتها ملاحظة إلا حيث تحتمل كلمة قراءتين لكل منهما أثر.</translation>
  </message>
  <message>
   <source>Your data lies in {name} already, so nothing was moved.</source>
   <translation>بياناتك موجودة في {name} بالفعل، لذلك لم يُنقل شيء.</translation>
  </message>
  <message>
   <source>Your data was moved to {path}, and it isn't there now. Connect that disk and try again. Hearth makes no new profile in its place; with --profile another one can be opened.</source>
   <translation>نُقلت بياناتك إلى {path}، وهي ليست هناك الآن. صِل ذلك القرص وحاول مرة أخرى. لا ينشئ Hearth ملفًا جديدًا مكانها؛ ويمكن فتح ملف آخر باستخدام ‎--profile.</translation>
  </message>
  <message>
   <source>Your files can't be searched while a backup is being made. Wait until it is done, then try again.</source>
   <translation>لا يمكن البحث في ملفاتك أثناء إنشاء نسخة احتياطية. انتظر حتى تنتهي ثم حاول مجددًا.</translation>
  </message>
  <message>
   <source>a part of its path is no folder</source>
   <translation>جزء من المسار ليس مجلدًا</translation>
  </message>
  <message>
   <source>access isn't allowed</source>
   <translation>الوصول غير مسموح</translation>
  </message>
  <message>
   <source>explain</source>
   <translation>اشرح</translation>
  </message>
  <message>
   <source>it is a folder</source>
   <translation>إنه مجلد</translation>
  </message>
  <message>
   <source>it is too large for the disk</source>
   <translation>أكبر مما يتسع له القرص</translation>
  </message>
  <message>
   <source>it isn't there</source>
   <translation>غير موجود</translation>
  </message>
  <message>
   <source>its disk isn't there</source>
   <translation>القرص غير موجود</translation>
  </message>
  <message>
   <source>its links lead round in a circle</source>
   <translation>الروابط تدور في حلقة</translation>
  </message>
  <message>
   <source>reply</source>
   <translation>أجب</translation>
  </message>
  <message>
   <source>something else is using it</source>
   <translation>شيء آخر يستخدمه الآن</translation>
  </message>
  <message>
   <source>summarise</source>
   <translation>لخص</translation>
  </message>
  <message>
   <source>the cause isn't known</source>
   <translation>السبب غير معروف</translation>
  </message>
  <message>
   <source>the disk is full</source>
   <translation>القرص ممتلئ</translation>
  </message>
  <message>
   <source>the disk is read-only</source>
   <translation>القرص للقراءة فقط</translation>
  </message>
  <message>
   <source>the disk reports a fault</source>
   <translation>القرص يبلّغ عن عطل</translation>
  </message>
  <message>
   <source>the name is taken</source>
   <translation>الاسم مستخدم من قبل</translation>
  </message>
  <message>
   <source>the name is too long</source>
   <translation>الاسم طويل جدًا</translation>
  </message>
  <message>
   <source>there is no room left for you</source>
   <translation>لم تبقَ لك مساحة</translation>
  </message>
  <message>
   <source>too many files are open</source>
   <translation>ملفات كثيرة جدًا مفتوحة</translation>
  </message>
  <message>
   <source>translate</source>
   <translation>ترجم</translation>
  </message>
  <message>
   <source>{after} of its layers are on the graphics processor instead of {before}.</source>
   <translation>عدد طبقاته على معالج الرسوميات {after} بدلًا من {before}.</translation>
  </message>
  <message>
   <source>{file} can't be added ({reason}). Check its name and whether its disk is connected.</source>
   <translation>تعذّرت إضافة {file} ‏({reason}). تحقق من الاسم ومن اتصال القرص.</translation>
  </message>
  <message>
   <source>{file} can't be added: it is neither a folder nor an ordinary file. Choose a folder or a file.</source>
   <translation>لا يمكن إضافة {file}: فهو ليس مجلدًا ولا ملفًا عاديًا. اختر مجلدًا أو ملفًا.</translation>
  </message>
  <message>
   <source>{file} can't be read ({reason}). Check its name and permissions.</source>
   <translation>تعذّرت قراءة {file} ‏({reason}). تحقق من الاسم والأذونات.</translation>
  </message>
  <message>
   <source>{file} can't be written ({reason}). Choose another place.</source>
   <translation>تعذّرت كتابة {file} ‏({reason}). اختر مكانًا آخر.</translation>
  </message>
  <message>
   <source>{file} contradicts itself ({reason}), so it wasn't opened. Get the file anew from its maker.</source>
   <translation>يناقض {file} نفسه ({reason}) فلم يُفتح. احصل على الملف من صانعه من جديد.</translation>
  </message>
  <message>
   <source>{file} doesn't fit {name}: it was made for another model, or is damaged. Choose the model it was made for.</source>
   <translation>لا يناسب {file} النموذج {name}: صُنع لنموذج آخر أو أنه تالف. اختر النموذج الذي صُنع له.</translation>
  </message>
  <message>
   <source>{file} doesn't let a model see pictures. Choose the file with mmproj in its name.</source>
   <translation>لا يتيح {file} لنموذج أن يرى الصور. اختر الملف الذي في اسمه mmproj.</translation>
  </message>
  <message>
   <source>{file} holds a model in another format (PyTorch). Get the same model as GGUF.</source>
   <translation>يحتوي {file} على نموذج بصيغة أخرى (PyTorch). احصل على النموذج نفسه بصيغة GGUF.</translation>
  </message>
  <message>
   <source>{file} holds a model in another format (safetensors). Get the same model as GGUF.</source>
   <translation>يحتوي {file} على نموذج بصيغة أخرى (safetensors). احصل على النموذج نفسه بصيغة GGUF.</translation>
  </message>
  <message>
   <source>{file} is a document ({kind}), not a model. Choose a file whose name ends in .gguf.</source>
   <translation>{file} مستند ({kind}) لا نموذج. اختر ملفًا ينتهي اسمه بـ ‎.gguf.</translation>
  </message>
  <message>
   <source>{file} is a folder. Choose the GGUF file in it.</source>
   <translation>{file} مجلد. اختر ملف GGUF الذي فيه.</translation>
  </message>
  <message>
   <source>{file} is a folder. Single files can be added to a conversation; add folders on the Library page.</source>
   <translation>{file} مجلد. تُضاف إلى المحادثة ملفات مفردة؛ وتُضاف المجلدات في صفحة «المكتبة».</translation>
  </message>
  <message>
   <source>{file} is a link, and the file it leads to is gone. Put that file back, or remove the link.</source>
   <translation>{file} رابط، والملف الذي يشير إليه غير موجود. أعد ذلك الملف أو أزل الرابط.</translation>
  </message>
  <message>
   <source>{file} is a packed archive ({kind}). Unpack it and choose the GGUF file inside.</source>
   <translation>{file} أرشيف مضغوط ({kind}). فكّه واختر ملف GGUF الذي فيه.</translation>
  </message>
  <message>
   <source>{file} is a part of a split model ({parts} parts) under another name. Give it its own name back.</source>
   <translation>{file} جزء من نموذج مقسّم (عدد الأجزاء {parts}) باسم آخر. أعد إليه اسمه.</translation>
  </message>
  <message>
   <source>{file} is a text file, not a model. Choose a GGUF file.</source>
   <translation>{file} ملف نصي وليس نموذجًا. اختر ملف GGUF.</translation>
  </message>
  <message>
   <source>{file} is a web page, not a model: the download link led to a page. Get the GGUF file itself.</source>
   <translation>{file} صفحة ويب لا نموذج: قاد رابط التنزيل إلى صفحة. احصل على ملف GGUF نفسه.</translation>
  </message>
  <message>
   <source>{file} is a zip archive. Unpack it and choose the GGUF file inside.</source>
   <translation>{file} أرشيف zip. فكّه واختر ملف GGUF الذي فيه.</translation>
  </message>
  <message>
   <source>{file} is cut short: it has {have_bytes} and needs at least {need_bytes}. The download wasn't finished; get the file anew.</source>
   <translation>{file} مبتور: حجمه {have_bytes} ويحتاج إلى {need_bytes} على الأقل. لم يكتمل التنزيل؛ احصل على الملف من جديد.</translation>
  </message>
  <message>
   <source>{file} is empty. Its download may not have begun; get the file anew.</source>
   <translation>{file} فارغ. ربما لم يبدأ التنزيل؛ احصل على الملف من جديد.</translation>
  </message>
  <message>
   <source>{file} is in an old format ({kind}) that is no longer used. Get the same model as GGUF.</source>
   <translation>{file} بصيغة قديمة ({kind}) لم تعد تُستخدم. احصل على النموذج نفسه بصيغة GGUF.</translation>
  </message>
  <message>
   <source>{file} is in none of your libraries, so it can't be read again. Add it or its folder first.</source>
   <translation>{file} ليس في أي من مكتباتك فلا تمكن قراءته مجددًا. أضفه أو مجلده أولًا.</translation>
  </message>
  <message>
   <source>{file} is no adapter. Choose a LoRA that was converted to GGUF.</source>
   <translation>{file} ليس محوِّلًا. اختر LoRA حُوِّل إلى صيغة GGUF.</translation>
  </message>
  <message>
   <source>{file} is split into {parts} parts and part {part} isn't there. Put all parts in one folder.</source>
   <translation>{file} مقسّم (عدد الأجزاء {parts}) والجزء {part} غير موجود. ضع كل الأجزاء في مجلد واحد.</translation>
  </message>
  <message>
   <source>{file} is split into {parts} parts, which can be linked but not copied. Add it without --copy.</source>
   <translation>{file} مقسّم (عدد الأجزاء {parts}) ويمكن ربطه لا نسخه. أضفه من دون ‎--copy‎.</translation>
  </message>
  <message>
   <source>{file} isn't a model file that Hearth knows. Choose a GGUF file.</source>
   <translation>{file} ليس ملف نموذج يعرفه Hearth. اختر ملف GGUF.</translation>
  </message>
  <message>
   <source>{file} isn't an ordinary file ({kind}), so it can't be a model. Choose a GGUF file.</source>
   <translation>{file} ليس ملفًا عاديًا ({kind}) فلا يكون نموذجًا. اختر ملف GGUF.</translation>
  </message>
  <message>
   <source>{file} needs {need_bytes} and the disk has {free_bytes} free. Free some space, or link instead of copying.</source>
   <translation>يحتاج {file} إلى {need_bytes} والمتاح على القرص {free_bytes}. أفرغ بعض المساحة أو اربط بدلًا من النسخ.</translation>
  </message>
  <message>
   <source>{file} only names a large file and isn't the model itself. Download the file it names.</source>
   <translation>يسمّي {file} ملفًا كبيرًا فحسب وليس النموذج نفسه. نزّل الملف الذي يسمّيه.</translation>
  </message>
  <message>
   <source>{file} should name a model's place and names none. Remove it and add the model again.</source>
   <translation>كان ينبغي أن يسمّي {file} مكان نموذج ولم يسمِّه. أزله وأضف النموذج من جديد.</translation>
  </message>
  <message>
   <source>{file} uses GGUF version {version}, which this Hearth can't read. Get a newer file of the same model, or update Hearth.</source>
   <translation>يستخدم {file} إصدار GGUF رقم {version} ولا يقرؤه Hearth هذا. احصل على ملف أحدث للنموذج نفسه أو حدّث Hearth.</translation>
  </message>
  <message>
   <source>{file} uses a quantisation that this Hearth doesn't know (type {type}). Choose another one, such as Q4_K_M.</source>
   <translation>يستخدم {file} تكميمًا لا يعرفه Hearth هذا (النوع {type}). اختر غيره، مثل Q4_K_M.</translation>
  </message>
  <message>
   <source>{file} was made for another kind of processor (big-endian). Get the ordinary file.</source>
   <translation>صُنع {file} لنوع آخر من المعالجات (big-endian). احصل على الملف العادي.</translation>
  </message>
  <message>
   <source>{file} was made for models of the kind {made_for}, and {name} is one of the kind {architecture}. Choose the model that it was made for.</source>
   <translation>صُنع {file} لنماذج من نوع {made_for}، و{name} من نوع {architecture}. اختر النموذج الذي صُنع له.</translation>
  </message>
  <message>
   <source>{given} for what was read needs flash attention, which you switched off. Leave one of the two options out.</source>
   <translation>يحتاج {given} لما قُرئ إلى الانتباه السريع الذي أوقفته. اترك أحد الخيارين.</translation>
  </message>
  <message>
   <source>{name} can't be loaded: {reason}. The file may need a newer Hearth, or be damaged; choose another model.</source>
   <translation>تعذّر تحميل {name}: {reason}. قد يحتاج الملف إلى Hearth أحدث أو يكون تالفًا؛ اختر نموذجًا آخر.</translation>
  </message>
  <message>
   <source>{name} can't see pictures: its projector {file} is damaged or belongs to another model. Fetch it anew from where the model came from.</source>
   <translation>لا يستطيع {name} رؤية الصور: ملف الإسقاط {file} تالف أو يخص نموذجًا آخر. أحضره من جديد من حيث جاء النموذج.</translation>
  </message>
  <message>
   <source>{name} can't see pictures: no projector (a file with mmproj in its name) lies beside it. Put its own there, or ask a model that sees.</source>
   <translation>لا يستطيع {name} رؤية الصور: لا يوجد بجانبه ملف إسقاط (ملف في اسمه mmproj). ضع ملفه بجانبه، أو اسأل نموذجًا يرى.</translation>
  </message>
  <message>
   <source>{name} could be any of {count} models: {names}. Type more of its name.</source>
   <translation>قد يكون {name} أيًا من هذه النماذج ({count}): {names}. اكتب المزيد من الاسم.</translation>
  </message>
  <message>
   <source>{name} couldn't be loaded: its process ended before it opened the file. Most often too little memory is free: close other programs and try again. 'hearth --smoke-test' says whether the installation is whole.</source>
   <translation>تعذّر تحميل {name}: انتهت عمليته قبل أن تفتح الملف. غالبًا ما يكون السبب قلة الذاكرة المتاحة: أغلق برامج أخرى وأعد المحاولة. ويقول 'hearth --smoke-test' هل التثبيت سليم.</translation>
  </message>
  <message>
   <source>{name} couldn't be loaded: the system refused it memory, also with the smallest context and on the processor alone. Close other programs, or choose a smaller model or quantisation.</source>
   <translation>تعذّر تحميل {name}: رفض النظام منحه الذاكرة، حتى بأصغر سياق وعلى المعالج وحده. أغلق برامج أخرى، أو اختر نموذجًا أصغر أو تكميمًا أصغر.</translation>
  </message>
  <message>
   <source>{name} didn't fit as it was.</source>
   <translation>لم تتسع الذاكرة للنموذج {name} كما كان.</translation>
  </message>
  <message>
   <source>{name} doesn't belong to this profile's keys. It was left as it is; put back the right file.</source>
   <translation>لا ينتمي {name} إلى مفاتيح هذا الملف الشخصي. تُرك كما هو؛ أعد الملف الصحيح.</translation>
  </message>
  <message>
   <source>{name} ended its answer at once, so its speed couldn't be measured. Try another model.</source>
   <translation>أنهى {name} إجابته فورًا، فتعذّر قياس سرعته. جرّب نموذجًا آخر.</translation>
  </message>
  <message>
   <source>{name} ended its process while loading. The window and your conversations are fine. The file may be damaged; get it anew or choose another model.</source>
   <translation>أنهى {name} عمليته أثناء التحميل. النافذة ومحادثاتك بخير. ربما يكون الملف تالفًا؛ احصل عليه من جديد أو اختر نموذجًا آخر.</translation>
  </message>
  <message>
   <source>{name} has another name on {origin} by now. Look it up there and give the new name.</source>
   <translation>صار لـ {name} اسم آخر على {origin}. ابحث عنه هناك وأعطِ الاسم الجديد.</translation>
  </message>
  <message>
   <source>{name} has ended its process twice while loading, so Hearth set it aside. Choose it once more to try again, or get the file anew: it may be damaged.</source>
   <translation>أنهى {name} عمليته مرتين أثناء التحميل فنحّاه Hearth جانبًا. اختره مرة أخرى للمحاولة، أو احصل على الملف من جديد: ربما يكون تالفًا.</translation>
  </message>
  <message>
   <source>{name} is an empty file. Hearth left it as it is; put back a copy from a backup of the profile.</source>
   <translation>{name} ملف فارغ. تركه Hearth كما هو؛ أعد نسخة من نسخة احتياطية للملف الشخصي.</translation>
  </message>
  <message>
   <source>{name} is an ordinary, unencrypted database that Hearth didn't make. It was left as it is; move it away.</source>
   <translation>{name} قاعدة بيانات عادية غير مشفّرة لم يصنعها Hearth. تُركت كما هي؛ انقلها بعيدًا.</translation>
  </message>
  <message>
   <source>{name} is damaged, cut short or was changed after it was made, so nothing of it was taken and nothing was replaced. Use another copy of it, or an older backup.</source>
   <translation>{name} تالف أو مبتور أو غُيّر بعد إنشائه، فلم يؤخذ منه شيء ولم يُستبدل شيء. استخدم نسخة أخرى منه أو نسخة احتياطية أقدم.</translation>
  </message>
  <message>
   <source>{name} is damaged, so Hearth won't show what may be wrong. The file was left as it is. Put back a copy from a backup of the profile.</source>
   <translation>{name} تالف، فلن يعرض Hearth ما قد يكون خطأً. تُرك الملف كما هو. أعد نسخة من نسخة احتياطية للملف الشخصي.</translation>
  </message>
  <message>
   <source>{name} is missing from the profile, so nothing can open the conversations there. They are untouched. Put back {name} from a backup; Hearth makes no new key over them.</source>
   <translation>{name} مفقود من الملف الشخصي، فلا شيء يفتح المحادثات فيه، وهي لم تُمس. أعد {name} من نسخة احتياطية؛ لا يصنع Hearth مفتاحًا جديدًا فوقها.</translation>
  </message>
  <message>
   <source>{name} is there already, and Hearth replaces no backup. Choose another name, or move that file away.</source>
   <translation>{name} موجود بالفعل، وHearth لا يستبدل نسخة احتياطية. اختر اسمًا آخر أو انقل ذلك الملف.</translation>
  </message>
  <message>
   <source>{name} isn't a backup that Hearth made, so nothing was changed. Choose another file.</source>
   <translation>{name} ليس نسخة احتياطية أنشأها Hearth، فلم يُغيَّر شيء. اختر ملفًا آخر.</translation>
  </message>
  <message>
   <source>{name} isn't a folder, so a profile can't be there. Choose a folder with --profile.</source>
   <translation>{name} ليس مجلدًا فلا يكون فيه ملف شخصي. اختر مجلدًا بـ ‎--profile‎.</translation>
  </message>
  <message>
   <source>{name} lies in a folder of your library “{library}”, which would read its own data. Nothing was moved; choose a folder outside of it.</source>
   <translation>يقع {name} في مجلد من مكتبتك «{library}»، فتقرأ بياناتها هي نفسها. لم يُنقل شيء؛ اختر مجلدًا خارجها.</translation>
  </message>
  <message>
   <source>{name} lies inside the data folder itself, so nothing was moved. Choose a folder outside of it.</source>
   <translation>يقع {name} داخل مجلد البيانات نفسه، لذلك لم يُنقل شيء. اختر مجلدًا خارجه.</translation>
  </message>
  <message>
   <source>{name} lies on another computer ({kind}). The encrypted databases can break there when the network fails, so nothing was moved. Choose a disk of this computer; a backup can lie on the network.</source>
   <translation>يقع {name} على حاسوب آخر ({kind}). قد تتلف قواعد البيانات المشفّرة هناك إذا انقطعت الشبكة، لذلك لم يُنقل شيء. اختر قرصًا في هذا الحاسوب؛ ويمكن أن توضع نسخة احتياطية على الشبكة.</translation>
  </message>
  <message>
   <source>{name} needs about {needed_bytes} of memory and {available_bytes} is free. Close other programs, or choose a smaller model or quantisation.</source>
   <translation>يحتاج {name} إلى نحو {needed_bytes} من الذاكرة والمتاح {available_bytes}. أغلق برامج أخرى أو اختر نموذجًا أو تكميمًا أصغر.</translation>
  </message>
  <message>
   <source>{name} needs {need_bytes} more and the disk has {free_bytes} free. Free some space and go on; what has come so far is kept.</source>
   <translation>يحتاج {name} إلى {need_bytes} أخرى وعلى القرص {free_bytes} خالية. أفرغ بعض المساحة وتابع؛ ما وصل حتى الآن محفوظ.</translation>
  </message>
  <message>
   <source>{name} should say where your data lies and can't be read. Your data is untouched: name its folder with --profile, or put that file back from a copy.</source>
   <translation>يُفترض أن يذكر {name} مكان بياناتك، لكن لا يمكن قراءته. بياناتك لم تُمس: حدّد مجلدها باستخدام ‎--profile، أو أعد ذلك الملف من نسخة.</translation>
  </message>
  <message>
   <source>{name} was made by a newer Hearth, so nothing was changed. Update Hearth to restore it.</source>
   <translation>أنشأ {name} إصدار أحدث من Hearth، فلم يُغيَّر شيء. حدّث Hearth لاستعادته.</translation>
  </message>
  <message>
   <source>{name} was to run on {device}, and there is no graphics processor of that name here. 'hearth doctor' names those that are here.</source>
   <translation>كان يُفترض أن يعمل {name} على {device}، ولا يوجد هنا معالج رسوميات بهذا الاسم. الأمر ‎'hearth doctor'‎ يذكر الموجود منها.</translation>
  </message>
  <message>
   <source>{number} bytes</source>
   <translation>{number} بايت</translation>
  </message>
  <message>
   <source>{option} can't be {given}. 'hearth ask --help' says what it can be.</source>
   <translation>لا يمكن أن تكون قيمة {option} هي {given}. الأمر ‎'hearth ask --help'‎ يبيّن القيم الممكنة.</translation>
  </message>
  <message>
   <source>{option} can't be {given}. It can be: {allowed}.</source>
   <translation>لا يمكن أن تكون قيمة {option} هي {given}. الممكن: {allowed}.</translation>
  </message>
  <message>
   <source>{origin} answered something that isn't an answer of its kind. Check the address and the kind of server.</source>
   <translation>أجاب {origin} بما ليس إجابة من نوعه. تحقق من العنوان ونوع الخادم.</translation>
  </message>
  <message>
   <source>{origin} can't be reached ({reason}), so nothing was sent. Check whether this computer is online and the server runs.</source>
   <translation>تعذّر الوصول إلى {origin} ‏({reason})، فلم يُرسل شيء. تحقق من اتصال هذا الحاسوب ومن عمل الخادم.</translation>
  </message>
  <message>
   <source>{origin} couldn't prove who it is ({reason}), so nothing was sent. Check the address and this computer's clock; somebody may be in between.</source>
   <translation>لم يستطع {origin} إثبات هويته ({reason})، فلم يُرسل شيء. تحقق من العنوان ومن ساعة هذا الحاسوب؛ فربما يتوسط أحدهم.</translation>
  </message>
  <message>
   <source>{origin} didn't accept the key ({status}). Check it on your provider's page and give it again.</source>
   <translation>لم يقبل {origin} المفتاح ({status}). تحقق منه في صفحة مزوّدك وأعطه مجددًا.</translation>
  </message>
  <message>
   <source>{origin} gives this file only to people with an account there ({status}), and Hearth never sends a key with a download. Choose another repository, or fetch it with your browser and add the file.</source>
   <translation>لا يعطي {origin} هذا الملف إلا لمن لديه حساب هناك ({status})، وHearth لا يرسل مفتاحًا مع تنزيل أبدًا. اختر مستودعًا آخر، أو اجلبه بمتصفحك ثم أضف الملف.</translation>
  </message>
  <message>
   <source>{origin} has no such file ({status}). Check the name; it may have been moved or taken away.</source>
   <translation>لا يوجد ملف كهذا لدى {origin} ({status}). تحقق من الاسم؛ ربما نُقل أو أزيل.</translation>
  </message>
  <message>
   <source>{origin} has trouble of its own ({status}). Ask again later, or ask the local model.</source>
   <translation>لدى {origin} مشكلة من عنده ({status}). اسأل لاحقًا أو اسأل النموذج المحلي.</translation>
  </message>
  <message>
   <source>{origin} refused the request ({status}). Check the model's name and the server's address.</source>
   <translation>رفض {origin} الطلب ({status}). تحقق من اسم النموذج وعنوان الخادم.</translation>
  </message>
  <message>
   <source>{origin} said nothing for too long and was left. Ask again later, or ask the local model.</source>
   <translation>سكت {origin} طويلًا فتُرك. اسأل لاحقًا أو اسأل النموذج المحلي.</translation>
  </message>
  <message>
   <source>{origin} sends a file of another size than it announced, so it was left. Try again later, or choose another repository.</source>
   <translation>يرسل {origin} ملفًا بحجم غير المعلَن، فتُرك. حاول لاحقًا، أو اختر مستودعًا آخر.</translation>
  </message>
  <message>
   <source>{origin} sent a web page instead of the file. Copy the address of the GGUF file itself, not of the page about it.</source>
   <translation>أرسل {origin} صفحة ويب بدل الملف. انسخ عنوان ملف GGUF نفسه، لا عنوان الصفحة التي تتحدث عنه.</translation>
  </message>
  <message>
   <source>{origin} sent another part of the file than was asked for, so it was left. Try again later.</source>
   <translation>أرسل {origin} جزءًا من الملف غير الذي طُلب، فتُرك. حاول لاحقًا.</translation>
  </message>
  <message>
   <source>{origin} sent more than the file has, so it was left. Begin again; if it happens again, choose another repository.</source>
   <translation>أرسل {origin} أكثر مما في الملف، فتُرك. ابدأ من جديد؛ وإن تكرر ذلك فاختر مستودعًا آخر.</translation>
  </message>
  <message>
   <source>{origin} sent the download from one address to the next and never to the file, so it was left. Try again later, or another repository.</source>
   <translation>أحال {origin} التنزيل من عنوان إلى آخر ولم يصل إلى الملف قط، فتُرك. حاول لاحقًا، أو جرّب مستودعًا آخر.</translation>
  </message>
  <message>
   <source>{origin} takes no more requests from you now (429). Wait a while, or ask the local model.</source>
   <translation>لا يقبل {origin} منك المزيد من الطلبات الآن (٤٢٩). انتظر قليلًا أو اسأل النموذج المحلي.</translation>
  </message>
  <message>
   <source>{origin} wanted the file to be fetched from {other}, which isn't one of its own hosts, so nobody went there. If you trust that place, paste its address instead.</source>
   <translation>أراد {origin} أن يُجلب الملف من {other}، وهو ليس من خوادمه، فلم يذهب أحد إليه. إن كنت تثق بذلك المكان فألصق عنوانه.</translation>
  </message>
  <message>
   <source>{origin} wanted the request to go to another place ({status}). Hearth doesn't follow; check the server's address.</source>
   <translation>أراد {origin} أن يذهب الطلب إلى مكان آخر ({status}). لا يتبعه Hearth؛ تحقق من عنوان الخادم.</translation>
  </message>
  <message>
   <source>{origin} wants to be paid first (402). Look at your account there, or ask the local model.</source>
   <translation>يريد {origin} الدفع أولًا (٤٠٢). انظر حسابك هناك أو اسأل النموذج المحلي.</translation>
  </message>
  <message>
   <source>{origin} was added as your own server and lies outside your house, so nothing was sent. Check the address, or add it without --own.</source>
   <translation>أُضيف {origin} خادمًا خاصًا بك وهو خارج بيتك، فلم يُرسل شيء. تحقق من العنوان أو أضفه من دون ‎--own‎.</translation>
  </message>
  <message>
   <source>{path} can't be read ({reason}). Check its name and permissions.</source>
   <translation>تعذّرت قراءة {path} ‏({reason}). تحقق من الاسم والأذونات.</translation>
  </message>
  <message>
   <source>{path} can't be written ({reason}). Choose another place.</source>
   <translation>تعذّرت كتابة {path} ‏({reason}). اختر مكانًا آخر.</translation>
  </message>
  <message>
   <source>{path} isn't a text file, so the passphrase can't be read from it. Save it as UTF-8.</source>
   <translation>{path} ليس ملفًا نصيًا فلا تُقرأ منه عبارة المرور. احفظه بترميز UTF-8.</translation>
  </message>
  <message>
   <source>{repository} holds no such model file. Check the name; only GGUF files, and folders of sentence-transformers in the list that comes along, can be fetched.</source>
   <translation>لا يحتوي {repository} على ملف نموذج كهذا. تحقق من الاسم؛ لا يمكن جلب إلا ملفات GGUF ومجلدات sentence-transformers الواردة في القائمة المرفقة.</translation>
  </message>
  <message>
   <source>{repository} holds several models, and it isn't clear which is meant. Name one of its files: {names}.</source>
   <translation>يحتوي {repository} على عدة نماذج، وليس واضحًا أيها المقصود. سمِّ أحد ملفاته: {names}.</translation>
  </message>
  <message>
   <source>{subject} can't be read ({reason}). Check its permissions and its disk.</source>
   <translation>تعذّرت قراءة {subject} ‏({reason}). تحقق من أذوناته وقرصه.</translation>
  </message>
  <message>
   <source>{subject} can't chat: it is another kind of model file. Choose a chat model.</source>
   <translation>لا يستطيع {subject} المحادثة: إنه نوع آخر من ملفات النماذج. اختر نموذج محادثة.</translation>
  </message>
  <message>
   <source>{subject} changed while it was being read. Wait until it is complete and try again.</source>
   <translation>تغيّر {subject} أثناء قراءته. انتظر حتى يكتمل ثم حاول مجددًا.</translation>
  </message>
  <message>
   <source>“{given}” is no day. Write year, month and day: 2026-11-29.</source>
   <translation>«{given}» ليس يومًا. اكتب السنة والشهر واليوم: ‎2026-11-29‎.</translation>
  </message>
  <message>
   <source>“{name}” has no model {model}. Name it with 'hearth provider add' and --model or --more-model first.</source>
   <translation>ليس لدى «{name}» نموذج {model}. سمِّه أولًا باستخدام 'hearth provider add' مع --model أو --more-model.</translation>
  </message>
  <message>
   <source>“{name}” wrote this answer, so no model here writes on. Switch the conversation to that server to have it continued, or ask once more.</source>
   <translation>كتب «{name}» هذه الإجابة، لذلك لا يتابعها أي نموذج هنا. حوّل المحادثة إلى ذلك الخادم لتُتابَع، أو اسأل مرة أخرى.</translation>
  </message>
 </context>
 <context>
  <name>ServerDesk</name>
  <message>
   <source>Answer it on this computer</source>
   <translation>الإجابة على هذا الحاسوب</translation>
  </message>
  <message>
   <source>Answered by {name}. Choose another.</source>
   <translation>يجيب {name}. اختر غيره.</translation>
  </message>
  <message>
   <source>Ask me before every message</source>
   <translation>اسألني قبل كل رسالة</translation>
  </message>
  <message>
   <source>Ask {name}…</source>
   <translation>سؤال {name}…</translation>
  </message>
  <message>
   <source>Compare answers…</source>
   <translation>مقارنة الإجابات…</translation>
  </message>
  <message>
   <source>New conversation</source>
   <translation>محادثة جديدة</translation>
  </message>
  <message>
   <source>Nothing was sent. This conversation stays on this computer.</source>
   <translation>لم يُرسل شيء. تبقى هذه المحادثة على هذا الحاسوب.</translation>
  </message>
  <message>
   <source>Servers…</source>
   <translation>الخوادم…</translation>
  </message>
  <message>
   <source>Stays on this computer</source>
   <translation>تبقى على هذا الحاسوب</translation>
  </message>
  <message>
   <source>What this means…</source>
   <translation>ما معنى ذلك…</translation>
  </message>
  <message>
   <source>this computer</source>
   <translation>هذا الحاسوب</translation>
  </message>
 </context>
 <context>
  <name>ServerForm</name>
  <message>
   <source>Address</source>
   <translation>العنوان</translation>
  </message>
  <message>
   <source>Anthropic</source>
   <translation>Anthropic</translation>
  </message>
  <message>
   <source>Ask for the list</source>
   <translation>طلب القائمة</translation>
  </message>
  <message>
   <source>Certificate</source>
   <translation>الشهادة</translation>
  </message>
  <message>
   <source>Certificate of your server</source>
   <translation>شهادة خادمك</translation>
  </message>
  <message>
   <source>Choose a file…</source>
   <translation>اختر ملفًا…</translation>
  </message>
  <message>
   <source>Chosen. Choose another file…</source>
   <translation>اختير. اختر ملفًا آخر…</translation>
  </message>
  <message>
   <source>Copied from your provider's page</source>
   <translation>منسوخ من صفحة مزوّدك</translation>
  </message>
  <message>
   <source>Goes to the proxy in clear</source>
   <translation>تُرسَل إلى الوكيل من دون تشفير</translation>
  </message>
  <message>
   <source>Keep the key in this system's keyring</source>
   <translation>حفظ المفتاح في حلقة مفاتيح هذا النظام</translation>
  </message>
  <message>
   <source>Key</source>
   <translation>المفتاح</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>النوع</translation>
  </message>
  <message>
   <source>Model</source>
   <translation>النموذج</translation>
  </message>
  <message>
   <source>More models</source>
   <translation>نماذج أخرى</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>الاسم</translation>
  </message>
  <message>
   <source>OpenAI and what speaks like it</source>
   <translation>OpenAI وما يتكلم مثله</translation>
  </message>
  <message>
   <source>Password of the proxy</source>
   <translation>كلمة مرور الوكيل</translation>
  </message>
  <message>
   <source>Price of a million tokens</source>
   <translation>سعر مليون رمز</translation>
  </message>
  <message>
   <source>Proxy</source>
   <translation>الوكيل</translation>
  </message>
  <message>
   <source>There is no keyring here: the key is forgotten when Hearth ends.</source>
   <translation>لا توجد حلقة مفاتيح هنا: يُنسى المفتاح عند إغلاق Hearth.</translation>
  </message>
  <message>
   <source>There is one; leave this empty to keep it</source>
   <translation>يوجد مفتاح؛ اترك هذا فارغًا لإبقائه</translation>
  </message>
  <message>
   <source>Your own server (llama-server, vLLM, Ollama, LM Studio)</source>
   <translation>خادمك الخاص (llama-server وvLLM وOllama وLM Studio)</translation>
  </message>
  <message>
   <source>http:// or socks5://host:port, or nothing</source>
   <translation>‎http://‎ أو ‎socks5://host:port‎ أو لا شيء</translation>
  </message>
  <message>
   <source>https://host:port/v1</source>
   <translation>https://host:port/v1</translation>
  </message>
  <message>
   <source>names between commas, or nothing</source>
   <translation>أسماء بينها فواصل، أو لا شيء</translation>
  </message>
 </context>
 <context>
  <name>ServersSheet</name>
  <message numerus="yes">
   <source>%Ln model(s) to choose from.</source>
   <translation>
    <numerusform>لا نماذج للاختيار.</numerusform>
    <numerusform>نموذج واحد للاختيار.</numerusform>
    <numerusform>نموذجان للاختيار.</numerusform>
    <numerusform>%Ln نماذج للاختيار.</numerusform>
    <numerusform>%Ln نموذجًا للاختيار.</numerusform>
    <numerusform>%Ln نموذج للاختيار.</numerusform>
   </translation>
  </message>
  <message>
   <source>A server is asked only in conversations that you switch to it, after you have seen what would leave. Naming one here sends nothing.</source>
   <translation>لا يُسأل خادم إلا في المحادثات التي تحوّلها إليه، وبعد أن ترى ما سيُرسل. تسمية خادم هنا لا ترسل شيئًا.</translation>
  </message>
  <message>
   <source>Asking {host}…</source>
   <translation>جارٍ سؤال {host}…</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>إغلاق</translation>
  </message>
  <message>
   <source>It answers, and takes the key (entry {number} of the ledger).</source>
   <translation>يجيب ويقبل المفتاح (القيد {number} في السجل).</translation>
  </message>
  <message>
   <source>New</source>
   <translation>جديد</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>إزالة</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>حفظ</translation>
  </message>
  <message>
   <source>Servers</source>
   <translation>الخوادم</translation>
  </message>
  <message>
   <source>Test</source>
   <translation>اختبار</translation>
  </message>
  <message>
   <source>What you typed isn't in a keyring: it is forgotten when Hearth ends.</source>
   <translation>ما كتبته ليس محفوظًا في حلقة مفاتيح: سيُنسى عند إغلاق Hearth.</translation>
  </message>
  <message>
   <source>not text</source>
   <translation>ليس نصًا</translation>
  </message>
 </context>
 <context>
  <name>Settings</name>
  <message>
   <source>0 always takes the likeliest word; more lets answers vary.</source>
   <translation>يأخذ ٠ دائمًا الكلمة الأرجح؛ والأكثر ينوّع الإجابات.</translation>
  </message>
  <message>
   <source>16 bits</source>
   <translation>١٦ بت</translation>
  </message>
  <message>
   <source>4 bits</source>
   <translation>٤ بت</translation>
  </message>
  <message>
   <source>8 bits</source>
   <translation>٨ بت</translation>
  </message>
  <message>
   <source>A file…</source>
   <translation>ملف…</translation>
  </message>
  <message>
   <source>A folder…</source>
   <translation>مجلد…</translation>
  </message>
  <message>
   <source>A number and a word for a street.</source>
   <translation>رقم وكلمة تدل على شارع.</translation>
  </message>
  <message>
   <source>A small icon beside the clock that shows Hearth, asks, locks and quits.</source>
   <translation>أيقونة صغيرة بجانب الساعة تُظهر Hearth وتسأل وتقفل وتُنهي.</translation>
  </message>
  <message>
   <source>Addresses of computers</source>
   <translation>عناوين الحواسيب</translation>
  </message>
  <message>
   <source>Administrator</source>
   <translation>المسؤول</translation>
  </message>
  <message>
   <source>After 1 h</source>
   <translation>بعد ساعة</translation>
  </message>
  <message>
   <source>After 1 min</source>
   <translation>بعد دقيقة</translation>
  </message>
  <message>
   <source>After 15 min</source>
   <translation>بعد ١٥ دقيقة</translation>
  </message>
  <message>
   <source>After 30 min</source>
   <translation>بعد ٣٠ دقيقة</translation>
  </message>
  <message>
   <source>After 4 h</source>
   <translation>بعد ٤ ساعات</translation>
  </message>
  <message>
   <source>After 5 min</source>
   <translation>بعد ٥ دقائق</translation>
  </message>
  <message>
   <source>Answers that quote come faster: the next words are guessed from the text before and checked together.</source>
   <translation>تأتي الإجابات التي تقتبس أسرع: تُخمَّن الكلمات التالية من النص السابق وتُفحص معًا.</translation>
  </message>
  <message>
   <source>Appearance</source>
   <translation>المظهر</translation>
  </message>
  <message>
   <source>As far as they fit</source>
   <translation>بقدر ما تتسع</translation>
  </message>
  <message>
   <source>As many as fit</source>
   <translation>بقدر ما يتسع</translation>
  </message>
  <message>
   <source>As many as help</source>
   <translation>بقدر ما يفيد</translation>
  </message>
  <message>
   <source>As the network knows it.</source>
   <translation>كما تعرفه الشبكة.</translation>
  </message>
  <message>
   <source>As the system</source>
   <translation>مثل النظام</translation>
  </message>
  <message>
   <source>Backup</source>
   <translation>نسخة احتياطية</translation>
  </message>
  <message>
   <source>Bank accounts</source>
   <translation>الحسابات المصرفية</translation>
  </message>
  <message>
   <source>Card numbers</source>
   <translation>أرقام البطاقات</translation>
  </message>
  <message>
   <source>Change…</source>
   <translation>تغيير…</translation>
  </message>
  <message>
   <source>Closed models and servers of your own that you can switch a conversation to.</source>
   <translation>نماذج مغلقة وخوادم لك يمكنك تحويل محادثة إليها.</translation>
  </message>
  <message>
   <source>Closing leaves Hearth in the tray</source>
   <translation>الإغلاق يُبقي Hearth في شريط الأيقونات</translation>
  </message>
  <message>
   <source>Context</source>
   <translation>السياق</translation>
  </message>
  <message>
   <source>Copy the path</source>
   <translation>نسخ المسار</translation>
  </message>
  <message>
   <source>Credit and debit cards.</source>
   <translation>بطاقات الائتمان والخصم.</translation>
  </message>
  <message>
   <source>Ctrl+Enter</source>
   <translation>Ctrl+Enter</translation>
  </message>
  <message>
   <source>Dark</source>
   <translation>داكن</translation>
  </message>
  <message>
   <source>Data folder</source>
   <translation>مجلد البيانات</translation>
  </message>
  <message>
   <source>Dates of birth</source>
   <translation>تواريخ الميلاد</translation>
  </message>
  <message>
   <source>E-mail addresses</source>
   <translation>عناوين البريد الإلكتروني</translation>
  </message>
  <message>
   <source>Edit and try…</source>
   <translation>تحرير وتجربة…</translation>
  </message>
  <message>
   <source>Enter</source>
   <translation>Enter</translation>
  </message>
  <message>
   <source>Estimated</source>
   <translation>تقديري</translation>
  </message>
  <message>
   <source>Every action with its key; each can be changed.</source>
   <translation>كل إجراء ومفتاحه؛ ويمكن تغيير كل منها.</translation>
  </message>
  <message>
   <source>Fits the model</source>
   <translation>حسب النموذج</translation>
  </message>
  <message>
   <source>Flash attention</source>
   <translation>الانتباه السريع</translation>
  </message>
  <message>
   <source>Full</source>
   <translation>كاملة</translation>
  </message>
  <message>
   <source>Graphics processor</source>
   <translation>معالج الرسوميات</translation>
  </message>
  <message>
   <source>Guess ahead from the text</source>
   <translation>التخمين المسبق من النص</translation>
  </message>
  <message>
   <source>Hearth starts in the tray, or in the task bar, and doesn't come to the front.</source>
   <translation>يبدأ Hearth في شريط الأيقونات أو شريط المهام ولا يظهر في المقدمة.</translation>
  </message>
  <message>
   <source>How large all text in the window is.</source>
   <translation>حجم كل النصوص في النافذة.</translation>
  </message>
  <message>
   <source>How many of a model's layers go there; the others stay with the processor.</source>
   <translation>عدد طبقات النموذج التي توضع هناك؛ وتبقى الأخرى لدى المعالج.</translation>
  </message>
  <message>
   <source>How many processor threads a model uses; fewer leave more for other programs.</source>
   <translation>عدد خيوط المعالج التي يستخدمها النموذج؛ والأقل يترك المزيد للبرامج الأخرى.</translation>
  </message>
  <message>
   <source>How many tokens of a conversation the model can see; more takes more memory.</source>
   <translation>عدد رموز المحادثة التي يراها النموذج؛ والأكثر يحتاج إلى ذاكرة أكثر.</translation>
  </message>
  <message>
   <source>IBANs whose check digits are right.</source>
   <translation>أرقام IBAN الصحيحة خانات التحقق.</translation>
  </message>
  <message>
   <source>IPv4 and IPv6.</source>
   <translation>IPv4 و IPv6.</translation>
  </message>
  <message>
   <source>Icon in the tray</source>
   <translation>أيقونة في شريط الأيقونات</translation>
  </message>
  <message>
   <source>Import conversations</source>
   <translation>استيراد محادثات</translation>
  </message>
  <message>
   <source>In how many bits a model keeps what it has read; fewer take less memory and are a little less exact.</source>
   <translation>بكم بت يحفظ النموذج ما قرأه؛ الأقل يأخذ ذاكرة أقل وهو أقل دقة بقليل.</translation>
  </message>
  <message>
   <source>Keep quick questions</source>
   <translation>احتفظ بالأسئلة السريعة</translation>
  </message>
  <message>
   <source>Key for a quick question</source>
   <translation>مفتاح للسؤال السريع</translation>
  </message>
  <message>
   <source>Key that sends</source>
   <translation>مفتاح الإرسال</translation>
  </message>
  <message>
   <source>Keyboard shortcuts</source>
   <translation>اختصارات لوحة المفاتيح</translation>
  </message>
  <message>
   <source>Keys and data</source>
   <translation>المفاتيح والبيانات</translation>
  </message>
  <message>
   <source>Keys and passwords</source>
   <translation>المفاتيح وكلمات المرور</translation>
  </message>
  <message>
   <source>Keys of programs, named passwords.</source>
   <translation>مفاتيح البرامج وكلمات المرور المسمّاة.</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>اللغة</translation>
  </message>
  <message>
   <source>Layers on the graphics processor</source>
   <translation>الطبقات على معالج الرسوميات</translation>
  </message>
  <message>
   <source>Library</source>
   <translation>المكتبة</translation>
  </message>
  <message>
   <source>Light</source>
   <translation>فاتح</translation>
  </message>
  <message>
   <source>Light, dark, or whatever your system uses at the moment.</source>
   <translation>فاتح أو داكن أو كما يستخدم نظامك الآن.</translation>
  </message>
  <message>
   <source>Lock and keys</source>
   <translation>القفل والمفاتيح</translation>
  </message>
  <message>
   <source>Lock by itself</source>
   <translation>القفل تلقائيًا</translation>
  </message>
  <message>
   <source>Make one…</source>
   <translation>إنشاء…</translation>
  </message>
  <message>
   <source>Manage…</source>
   <translation>إدارة…</translation>
  </message>
  <message>
   <source>Masking in what goes to servers</source>
   <translation>الحجب فيما يذهب إلى الخوادم</translation>
  </message>
  <message>
   <source>Memory of a conversation</source>
   <translation>ذاكرة المحادثة</translation>
  </message>
  <message>
   <source>Models</source>
   <translation>النماذج</translation>
  </message>
  <message>
   <source>Motion</source>
   <translation>الحركة</translation>
  </message>
  <message>
   <source>Move…</source>
   <translation>نقل…</translation>
  </message>
  <message>
   <source>Names</source>
   <translation>الأسماء</translation>
  </message>
  <message>
   <source>Network</source>
   <translation>الشبكة</translation>
  </message>
  <message>
   <source>Never</source>
   <translation>أبدًا</translation>
  </message>
  <message>
   <source>Never ask a server</source>
   <translation>عدم سؤال أي خادم أبدًا</translation>
  </message>
  <message>
   <source>Of any country, fax numbers too.</source>
   <translation>من أي بلد، وأرقام الفاكس أيضًا.</translation>
  </message>
  <message>
   <source>Of tax, insurance, passports.</source>
   <translation>للضرائب والتأمين وجوازات السفر.</translation>
  </message>
  <message>
   <source>Off</source>
   <translation>متوقف</translation>
  </message>
  <message>
   <source>On</source>
   <translation>يعمل</translation>
  </message>
  <message>
   <source>On the desktop</source>
   <translation>على سطح المكتب</translation>
  </message>
  <message>
   <source>On: nothing is sent to any server from this profile, also where a conversation was switched to one.</source>
   <translation>مفعّل: لا يُرسل شيء من هذا الملف إلى أي خادم، حتى حيث حُوّلت محادثة إلى خادم.</translation>
  </message>
  <message>
   <source>Only after a title or a cue, as in Dr Ada Ohm.</source>
   <translation>بعد لقب أو إشارة فقط، مثل الدكتورة آدا أوم.</translation>
  </message>
  <message>
   <source>Passphrase</source>
   <translation>عبارة المرور</translation>
  </message>
  <message>
   <source>Paths that lead into it.</source>
   <translation>المسارات التي تقود إليه.</translation>
  </message>
  <message>
   <source>Personal numbers</source>
   <translation>الأرقام الشخصية</translation>
  </message>
  <message>
   <source>Phone numbers</source>
   <translation>أرقام الهاتف</translation>
  </message>
  <message>
   <source>Read names that begin with a dot</source>
   <translation>قراءة الأسماء التي تبدأ بنقطة</translation>
  </message>
  <message>
   <source>Read pictures of text</source>
   <translation>قراءة صور النصوص</translation>
  </message>
  <message>
   <source>Recovery code</source>
   <translation>رمز الاسترداد</translation>
  </message>
  <message>
   <source>Reduced</source>
   <translation>مخفّفة</translation>
  </message>
  <message>
   <source>Reduced stops the cursor's blinking and everything that slides or fades.</source>
   <translation>توقف «مخفّفة» وميض المؤشر وكل ما ينزلق أو يتلاشى.</translation>
  </message>
  <message>
   <source>Remove…</source>
   <translation>إزالة…</translation>
  </message>
  <message>
   <source>Restore…</source>
   <translation>استعادة…</translation>
  </message>
  <message>
   <source>Saves memory; faster on most graphics processors, slower on a processor in long conversations.</source>
   <translation>يوفّر الذاكرة؛ أسرع على معظم معالجات الرسوميات، وأبطأ على المعالج في المحادثات الطويلة.</translation>
  </message>
  <message>
   <source>Servers</source>
   <translation>الخوادم</translation>
  </message>
  <message>
   <source>Servers you named</source>
   <translation>الخوادم التي سمّيتها</translation>
  </message>
  <message>
   <source>Set…</source>
   <translation>تعيين…</translation>
  </message>
  <message>
   <source>Start minimised</source>
   <translation>البدء مصغّرًا</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>إيقاف</translation>
  </message>
  <message>
   <source>Street addresses</source>
   <translation>عناوين الشوارع</translation>
  </message>
  <message>
   <source>Such as ada@example.org.</source>
   <translation>مثل ada@example.org.</translation>
  </message>
  <message>
   <source>Tell when an answer is ready</source>
   <translation>أخبرني عندما تجهز إجابة</translation>
  </message>
  <message>
   <source>Temperature</source>
   <translation>الحرارة</translation>
  </message>
  <message>
   <source>Text size</source>
   <translation>حجم النص</translation>
  </message>
  <message>
   <source>The language of the window; the model answers in the language you write.</source>
   <translation>لغة النافذة؛ أما النموذج فيجيب باللغة التي تكتب بها.</translation>
  </message>
  <message>
   <source>The name you log in with.</source>
   <translation>الاسم الذي تسجّل الدخول به.</translation>
  </message>
  <message>
   <source>The window goes away and Hearth goes on; “Quit Hearth” ends it.</source>
   <translation>تختفي النافذة ويستمر Hearth؛ «إنهاء Hearth» ينهيه.</translation>
  </message>
  <message>
   <source>Theme</source>
   <translation>السمة</translation>
  </message>
  <message>
   <source>They stand in the list of conversations; otherwise they are temporary.</source>
   <translation>تظهر في قائمة المحادثات؛ وإلا فهي مؤقتة.</translation>
  </message>
  <message>
   <source>This computer's name</source>
   <translation>اسم هذا الحاسوب</translation>
  </message>
  <message>
   <source>Threads</source>
   <translation>الخيوط</translation>
  </message>
  <message>
   <source>Watts while a model answers here</source>
   <translation>الواطات أثناء إجابة نموذج هنا</translation>
  </message>
  <message>
   <source>Web addresses</source>
   <translation>عناوين الويب</translation>
  </message>
  <message>
   <source>What this computer draws more than when idle, by a meter at the socket; for the energy on the Compare page.</source>
   <translation>ما يستهلكه هذا الحاسوب فوق استهلاكه وهو خامل، بحسب عدّاد عند المقبس؛ من أجل الطاقة في صفحة المقارنة.</translation>
  </message>
  <message>
   <source>Where it helps</source>
   <translation>حيث يفيد</translation>
  </message>
  <message>
   <source>Where they are called that, or born.</source>
   <translation>حيث تُسمّى كذلك أو يُذكر الميلاد.</translation>
  </message>
  <message>
   <source>Whether a library you add from now on reads hidden files and folders.</source>
   <translation>هل تقرأ المكتبة التي تضيفها من الآن الملفات والمجلدات المخفية.</translation>
  </message>
  <message>
   <source>Whether a library you add from now on reads scanned pages by OCR, which is slow.</source>
   <translation>هل تقرأ المكتبة التي تضيفها من الآن الصفحات الممسوحة بـ OCR، وهو بطيء.</translation>
  </message>
  <message>
   <source>Whether models are put on one, where this computer and this build of Hearth have any.</source>
   <translation>هل توضع النماذج عليه، حيث يوجد في هذا الحاسوب وهذا الإصدار من Hearth.</translation>
  </message>
  <message>
   <source>Which key sends a question; the other one begins a new line.</source>
   <translation>المفتاح الذي يرسل السؤال؛ ويبدأ الآخر سطرًا جديدًا.</translation>
  </message>
  <message>
   <source>While no window of Hearth is in front; without a word of the answer.</source>
   <translation>ما دامت لا نافذة من Hearth في المقدمة؛ من دون كلمة من الإجابة.</translation>
  </message>
  <message>
   <source>Whole, with what comes after the name.</source>
   <translation>كاملة، مع ما يلي الاسم.</translation>
  </message>
  <message>
   <source>Writing and answers</source>
   <translation>الكتابة والإجابات</translation>
  </message>
  <message>
   <source>Your home folder</source>
   <translation>مجلدك الشخصي</translation>
  </message>
  <message>
   <source>Your own words</source>
   <translation>كلماتك الخاصة</translation>
  </message>
  <message>
   <source>Your user name</source>
   <translation>اسم المستخدم الخاص بك</translation>
  </message>
  <message>
   <source>animation blink accessibility</source>
   <translation>حركة وميض إتاحة</translation>
  </message>
  <message>
   <source>autostart login background</source>
   <translation>تشغيل تلقائي دخول خلفية</translation>
  </message>
  <message>
   <source>background close hide</source>
   <translation>خلفية إغلاق إخفاء</translation>
  </message>
  <message>
   <source>backup key lost</source>
   <translation>نسخة احتياطية مفتاح مفقود</translation>
  </message>
  <message>
   <source>chatgpt gpt4all jan lm studio open webui move</source>
   <translation>chatgpt gpt4all jan lm studio open webui نقل</translation>
  </message>
  <message>
   <source>cloud internet block offline api</source>
   <translation>سحابة إنترنت حظر دون اتصال api</translation>
  </message>
  <message>
   <source>colours appearance night</source>
   <translation>ألوان مظهر ليل</translation>
  </message>
  <message>
   <source>copy save export move computer</source>
   <translation>نسخ حفظ تصدير نقل حاسوب</translation>
  </message>
  <message>
   <source>energy power electricity compare</source>
   <translation>طاقة قدرة كهرباء استهلاك مقارنة</translation>
  </message>
  <message>
   <source>english deutsch arabic translation</source>
   <translation>إنجليزية ألمانية عربية ترجمة</translation>
  </message>
  <message>
   <source>font zoom larger smaller</source>
   <translation>خط تكبير أكبر أصغر</translation>
  </message>
  <message>
   <source>global shortcut hotkey quick ask</source>
   <translation>اختصار عام مفتاح سؤال سريع</translation>
  </message>
  <message>
   <source>gpu offload memory</source>
   <translation>معالج رسوميات ذاكرة</translation>
  </message>
  <message>
   <source>gpu vulkan cuda metal offload speed</source>
   <translation>معالج رسوميات سرعة</translation>
  </message>
  <message>
   <source>hidden files folders</source>
   <translation>ملفات مجلدات مخفية</translation>
  </message>
  <message>
   <source>idle timeout sleep</source>
   <translation>خمول مهلة سكون</translation>
  </message>
  <message>
   <source>keys hotkeys</source>
   <translation>مفاتيح اختصارات</translation>
  </message>
  <message>
   <source>kv cache quantisation</source>
   <translation>ذاكرة مخبأة تكميم</translation>
  </message>
  <message>
   <source>mask redact names anonymise privacy cloud</source>
   <translation>حجب إخفاء أسماء خصوصية سحابة</translation>
  </message>
  <message>
   <source>notification notify message</source>
   <translation>إشعار تنبيه رسالة</translation>
  </message>
  <message>
   <source>password key unlock</source>
   <translation>كلمة مرور مفتاح فتح</translation>
  </message>
  <message>
   <source>policy fixed organisation forbid allow</source>
   <translation>سياسة محدد مؤسسة منع سماح</translation>
  </message>
  <message>
   <source>processor cores cpu speed</source>
   <translation>معالج أنوية سرعة</translation>
  </message>
  <message>
   <source>profile storage disk place backup move</source>
   <translation>ملف تخزين قرص مكان نسخة احتياطية نقل</translation>
  </message>
  <message>
   <source>provider cloud openai anthropic key price llama-server vllm ollama</source>
   <translation>مزوّد سحابة openai anthropic مفتاح سعر llama-server vllm ollama</translation>
  </message>
  <message>
   <source>quick ask temporary</source>
   <translation>سؤال سريع مؤقت</translation>
  </message>
  <message>
   <source>return newline composer</source>
   <translation>إدخال سطر جديد</translation>
  </message>
  <message>
   <source>sampling random creative</source>
   <translation>عشوائي إبداعي اختيار</translation>
  </message>
  <message>
   <source>scan ocr pdf</source>
   <translation>مسح ocr pdf</translation>
  </message>
  <message>
   <source>seal internet offline sandbox</source>
   <translation>عزل إنترنت دون اتصال</translation>
  </message>
  <message>
   <source>speed memory</source>
   <translation>سرعة ذاكرة</translation>
  </message>
  <message>
   <source>speed speculation lookup draft quote</source>
   <translation>سرعة تخمين مسودة اقتباس</translation>
  </message>
  <message>
   <source>status area notification area</source>
   <translation>منطقة الحالة منطقة الإشعارات</translation>
  </message>
  <message>
   <source>tokens window memory</source>
   <translation>رموز نافذة ذاكرة</translation>
  </message>
  <message>
   <source>{percent} %</source>
   <translation>{percent}٪</translation>
  </message>
 </context>
 <context>
  <name>SettingsDesk</name>
  <message numerus="yes">
   <source>%Ln word(s) of your own are masked, whatever they are.</source>
   <translation>
    <numerusform>لا تُحجب كلمات خاصة.</numerusform>
    <numerusform>تُحجب كلمة خاصة واحدة أيًا كانت.</numerusform>
    <numerusform>تُحجب كلمتان خاصتان أيًا كانتا.</numerusform>
    <numerusform>تُحجب %Ln كلمات خاصة أيًا كانت.</numerusform>
    <numerusform>تُحجب %Ln كلمة خاصة أيًا كانت.</numerusform>
    <numerusform>تُحجب %Ln كلمة خاصة أيًا كانت.</numerusform>
   </translation>
  </message>
  <message>
   <source>After {minutes} min</source>
   <translation>بعد {minutes} د</translation>
  </message>
  <message>
   <source>All that Hearth keeps lies here, encrypted: {folder}</source>
   <translation>كل ما يحفظه Hearth هنا مشفّرًا: {folder}</translation>
  </message>
  <message>
   <source>Change the passphrase</source>
   <translation>تغيير عبارة المرور</translation>
  </message>
  <message>
   <source>Change…</source>
   <translation>تغيير…</translation>
  </message>
  <message>
   <source>Copied.</source>
   <translation>تم النسخ.</translation>
  </message>
  <message>
   <source>Everything here in one encrypted file, which your passphrase or recovery code opens on any computer. Models and keys of providers aren't in it.</source>
   <translation>كل ما هنا في ملف مشفّر واحد تفتحه عبارة مرورك أو رمز استردادك على أي حاسوب. ليست فيه النماذج ولا مفاتيح المزوّدين.</translation>
  </message>
  <message>
   <source>From ChatGPT, Open WebUI, LM Studio, Jan, GPT4All or Hearth. They come in as local ones.</source>
   <translation>من ChatGPT أو Open WebUI أو LM Studio أو Jan أو GPT4All أو Hearth. تأتي محلية.</translation>
  </message>
  <message>
   <source>Hearth opens with your passphrase.</source>
   <translation>يُفتح Hearth بعبارة المرور.</translation>
  </message>
  <message>
   <source>Make a new one…</source>
   <translation>إنشاء رمز جديد…</translation>
  </message>
  <message>
   <source>Make a recovery code</source>
   <translation>إنشاء رمز استرداد</translation>
  </message>
  <message>
   <source>Make one…</source>
   <translation>إنشاء…</translation>
  </message>
  <message>
   <source>Names of people, streets and projects that should never go: none yet.</source>
   <translation>أسماء أشخاص وشوارع ومشاريع لا ينبغي أن تخرج أبدًا: لا شيء بعد.</translation>
  </message>
  <message>
   <source>Opens Hearth when the passphrase or the keyring is lost. You have none yet.</source>
   <translation>يفتح Hearth عند فقدان عبارة المرور أو حلقة المفاتيح. ليس لديك رمز بعد.</translation>
  </message>
  <message>
   <source>Remove the passphrase</source>
   <translation>إزالة عبارة المرور</translation>
  </message>
  <message>
   <source>Set a passphrase</source>
   <translation>تعيين عبارة مرور</translation>
  </message>
  <message>
   <source>Settings</source>
   <translation>الإعدادات</translation>
  </message>
  <message>
   <source>Set…</source>
   <translation>تعيين…</translation>
  </message>
  <message>
   <source>The administrator has Hearth lock after {minutes} min at the latest ({path}).</source>
   <translation>جعل المسؤول Hearth يُقفل بعد {minutes} د على الأكثر ({path}).</translation>
  </message>
  <message>
   <source>You have one. A new one replaces it.</source>
   <translation>لديك رمز. والجديد يحل محله.</translation>
  </message>
  <message>
   <source>Your system's keyring opens Hearth. A passphrase also locks the app.</source>
   <translation>تفتح حلقة مفاتيح نظامك Hearth. وتقفل عبارة المرور البرنامج أيضًا.</translation>
  </message>
 </context>
 <context>
  <name>SettingsPage</name>
  <message numerus="yes">
   <source>%Ln setting(s) shown</source>
   <translation>
    <numerusform>لا إعدادات معروضة</numerusform>
    <numerusform>إعداد واحد معروض</numerusform>
    <numerusform>إعدادان معروضان</numerusform>
    <numerusform>%Ln إعدادات معروضة</numerusform>
    <numerusform>%Ln إعدادًا معروضًا</numerusform>
    <numerusform>%Ln إعداد معروض</numerusform>
   </translation>
  </message>
  <message>
   <source>Back to the conversation</source>
   <translation>العودة إلى المحادثة</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>تم</translation>
  </message>
  <message>
   <source>No setting fits. Try fewer letters.</source>
   <translation>لا إعداد يطابق. جرّب أحرفًا أقل.</translation>
  </message>
  <message>
   <source>Search settings</source>
   <translation>البحث في الإعدادات</translation>
  </message>
  <message>
   <source>Settings</source>
   <translation>الإعدادات</translation>
  </message>
 </context>
 <context>
  <name>ShelfCard</name>
  <message>
   <source>Options of {name}</source>
   <translation>خيارات {name}</translation>
  </message>
  <message>
   <source>Options…</source>
   <translation>خيارات…</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>إزالة</translation>
  </message>
  <message>
   <source>Remove {name}</source>
   <translation>إزالة {name}</translation>
  </message>
  <message>
   <source>Use</source>
   <translation>استخدام</translation>
  </message>
  <message>
   <source>Use {name}</source>
   <translation>استخدام {name}</translation>
  </message>
  <message>
   <source>about {size} of memory</source>
   <translation>نحو {size} من الذاكرة</translation>
  </message>
  <message>
   <source>about {speed} tokens/s</source>
   <translation>نحو {speed} رمز/ث</translation>
  </message>
  <message>
   <source>fits</source>
   <translation>يناسب</translation>
  </message>
  <message>
   <source>in use</source>
   <translation>قيد الاستخدام</translation>
  </message>
  <message>
   <source>inside Hearth</source>
   <translation>داخل Hearth</translation>
  </message>
  <message>
   <source>linked; the file stays where it is</source>
   <translation>مرتبط؛ يبقى الملف في مكانه</translation>
  </message>
  <message>
   <source>needs more memory than is free</source>
   <translation>يحتاج ذاكرة أكثر من المتاح</translation>
  </message>
  <message>
   <source>sees pictures</source>
   <translation>يرى الصور</translation>
  </message>
  <message numerus="yes">
   <source>up to %Ln token(s) of conversation</source>
   <translation>
    <numerusform>بلا محادثة</numerusform>
    <numerusform>حتى رمز واحد من المحادثة</numerusform>
    <numerusform>حتى رمزين من المحادثة</numerusform>
    <numerusform>حتى %Ln رموز من المحادثة</numerusform>
    <numerusform>حتى %Ln رمزًا من المحادثة</numerusform>
    <numerusform>حتى %Ln رمز من المحادثة</numerusform>
   </translation>
  </message>
  <message>
   <source>{speed} tokens/s measured</source>
   <translation>{speed} رمز/ث بالقياس</translation>
  </message>
 </context>
 <context>
  <name>ShortcutRow</name>
  <message>
   <source>Press the new keys…</source>
   <translation>اضغط المفاتيح الجديدة…</translation>
  </message>
  <message>
   <source>none</source>
   <translation>لا شيء</translation>
  </message>
  <message>
   <source>{action}: {keys}. Press to change.</source>
   <translation>{action}: {keys}. اضغط للتغيير.</translation>
  </message>
  <message>
   <source>{action}: {keys}. This key is fixed.</source>
   <translation>{action}: {keys}. هذا المفتاح ثابت.</translation>
  </message>
 </context>
 <context>
  <name>ShortcutsSheet</name>
  <message>
   <source>All keys are as they were at first.</source>
   <translation>عادت كل المفاتيح كما كانت في البداية.</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>إغلاق</translation>
  </message>
  <message>
   <source>Find a shortcut</source>
   <translation>البحث عن اختصار</translation>
  </message>
  <message>
   <source>Keyboard shortcuts</source>
   <translation>اختصارات لوحة المفاتيح</translation>
  </message>
  <message>
   <source>Press a key's button, then the keys you want. Backspace takes the keys away.</source>
   <translation>اضغط زر المفتاح ثم المفاتيح التي تريدها. ويزيل Backspace المفاتيح.</translation>
  </message>
  <message>
   <source>Reset all keys</source>
   <translation>إعادة ضبط كل المفاتيح</translation>
  </message>
  <message>
   <source>These keys always mean “{action}”. Choose others.</source>
   <translation>تعني هذه المفاتيح دائمًا «{action}». اختر غيرها.</translation>
  </message>
  <message>
   <source>“{action}” had these keys and has none now.</source>
   <translation>كانت هذه المفاتيح لـ «{action}» ولم يعد له مفاتيح.</translation>
  </message>
 </context>
 <context>
  <name>SidePanel</name>
  <message>
   <source>Close the side panel</source>
   <translation>إغلاق اللوحة الجانبية</translation>
  </message>
  <message>
   <source>Side panel</source>
   <translation>اللوحة الجانبية</translation>
  </message>
 </context>
 <context>
  <name>Sidebar</name>
  <message numerus="yes">
   <source>%Ln file(s)</source>
   <translation>
    <numerusform>لا ملفات</numerusform>
    <numerusform>ملف واحد</numerusform>
    <numerusform>ملفان</numerusform>
    <numerusform>%Ln ملفات</numerusform>
    <numerusform>%Ln ملفًا</numerusform>
    <numerusform>%Ln ملف</numerusform>
   </translation>
  </message>
  <message>
   <source>Compare</source>
   <translation>مقارنة</translation>
  </message>
  <message>
   <source>Conversations and settings</source>
   <translation>المحادثات والإعدادات</translation>
  </message>
  <message>
   <source>Ledger</source>
   <translation>السجل</translation>
  </message>
  <message>
   <source>Library</source>
   <translation>المكتبة</translation>
  </message>
  <message>
   <source>Lock</source>
   <translation>قفل</translation>
  </message>
  <message>
   <source>Models</source>
   <translation>النماذج</translation>
  </message>
  <message>
   <source>New</source>
   <translation>جديد</translation>
  </message>
  <message>
   <source>New conversation</source>
   <translation>محادثة جديدة</translation>
  </message>
  <message>
   <source>No message and no title holds these words.</source>
   <translation>لا توجد رسالة ولا عنوان بهذه الكلمات.</translation>
  </message>
  <message>
   <source>Search conversations</source>
   <translation>البحث في المحادثات</translation>
  </message>
  <message>
   <source>Settings</source>
   <translation>الإعدادات</translation>
  </message>
  <message>
   <source>Your conversations will be listed here.</source>
   <translation>ستُعرض محادثاتك هنا.</translation>
  </message>
  <message>
   <source>shown now</source>
   <translation>معروض الآن</translation>
  </message>
 </context>
 <context>
  <name>Sizes</name>
  <message>
   <source>bytes</source>
   <translation>بايت</translation>
  </message>
 </context>
 <context>
  <name>SourceCard</name>
  <message>
   <source>In its own program, outside of Hearth</source>
   <translation>في برنامجه، خارج Hearth</translation>
  </message>
  <message>
   <source>Open the file</source>
   <translation>فتح الملف</translation>
  </message>
  <message>
   <source>Open {file} in its own program</source>
   <translation>فتح {file} في برنامجه</translation>
  </message>
  <message>
   <source>Show it in its page</source>
   <translation>عرضه في صفحته</translation>
  </message>
  <message>
   <source>Show passage {number} in its page</source>
   <translation>عرض المقطع {number} في صفحته</translation>
  </message>
  <message>
   <source>This file was taken out of its library, and its words were forgotten.</source>
   <translation>أُزيل هذا الملف من مكتبته ونُسيت كلماته.</translation>
  </message>
 </context>
 <context>
  <name>SourcesPage</name>
  <message numerus="yes">
   <source>%Ln more passage(s) had no room in the model's context.</source>
   <translation>
    <numerusform>اتسع سياق النموذج لكل المقاطع.</numerusform>
    <numerusform>لم يتسع سياق النموذج لمقطع آخر.</numerusform>
    <numerusform>لم يتسع سياق النموذج لمقطعين آخرين.</numerusform>
    <numerusform>لم يتسع سياق النموذج لـ %Ln مقاطع أخرى.</numerusform>
    <numerusform>لم يتسع سياق النموذج لـ %Ln مقطعًا آخر.</numerusform>
    <numerusform>لم يتسع سياق النموذج لـ %Ln مقطع آخر.</numerusform>
   </translation>
  </message>
  <message>
   <source>Reading the page…</source>
   <translation>تجري قراءة الصفحة…</translation>
  </message>
  <message>
   <source>Searched: {names}</source>
   <translation>جرى البحث في: {names}</translation>
  </message>
  <message>
   <source>Sources of the answer</source>
   <translation>مصادر الإجابة</translation>
  </message>
  <message>
   <source>The file has changed since: the passage no longer stands on this page.</source>
   <translation>تغيّر الملف منذ ذلك الحين: لم يعد المقطع في هذه الصفحة.</translation>
  </message>
  <message>
   <source>The page with the passage marked</source>
   <translation>الصفحة والمقطع معلَّم فيها</translation>
  </message>
  <message>
   <source>This answer doesn't rest on files.</source>
   <translation>لا تستند هذه الإجابة إلى ملفات.</translation>
  </message>
  <message>
   <source>{place} of {file} as it looks, with the passage marked</source>
   <translation>{place} من {file} كما تبدو، والمقطع معلَّم فيها</translation>
  </message>
 </context>
 <context>
  <name>TellSheet</name>
  <message>
   <source>Close</source>
   <translation>إغلاق</translation>
  </message>
 </context>
 <context>
  <name>Toast</name>
  <message>
   <source>Dismiss this message</source>
   <translation>إغلاق هذه الرسالة</translation>
  </message>
  <message>
   <source>OK</source>
   <translation>حسنًا</translation>
  </message>
 </context>
 <context>
  <name>Transcript</name>
  <message numerus="yes">
   <source>%Ln sentence(s) without support</source>
   <translation>
    <numerusform>كل الجمل لها سند</numerusform>
    <numerusform>جملة واحدة بلا سند</numerusform>
    <numerusform>جملتان بلا سند</numerusform>
    <numerusform>%Ln جمل بلا سند</numerusform>
    <numerusform>%Ln جملة بلا سند</numerusform>
    <numerusform>%Ln جملة بلا سند</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln tokens</source>
   <translation>
    <numerusform>لا رموز</numerusform>
    <numerusform>رمز واحد</numerusform>
    <numerusform>رمزان</numerusform>
    <numerusform>%Ln رموز</numerusform>
    <numerusform>%Ln رمزًا</numerusform>
    <numerusform>%Ln رمز</numerusform>
   </translation>
  </message>
  <message>
   <source>%s earlier left out</source>
   <translation>%s سابقة متروكة</translation>
  </message>
  <message>
   <source>%s of %s</source>
   <translation>%s من %s</translation>
  </message>
  <message>
   <source>%s tok/s</source>
   <translation>%s رمز/ث</translation>
  </message>
  <message>
   <source>%s · on this computer</source>
   <translation>%s · على هذا الحاسوب</translation>
  </message>
  <message>
   <source>Answer</source>
   <translation>إجابة</translation>
  </message>
  <message>
   <source>Answer from %s</source>
   <translation>إجابة من %s</translation>
  </message>
  <message>
   <source>Ask this in its place (Enter)</source>
   <translation>سؤال هذا بدلًا منها (Enter)</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>إلغاء</translation>
  </message>
  <message>
   <source>Cells</source>
   <translation>الخلايا</translation>
  </message>
  <message>
   <source>Close the search (Esc)</source>
   <translation>إغلاق البحث (Esc)</translation>
  </message>
  <message>
   <source>Continue</source>
   <translation>متابعة</translation>
  </message>
  <message>
   <source>Copy</source>
   <translation>نسخ</translation>
  </message>
  <message>
   <source>Copy %s code</source>
   <translation>نسخ شيفرة %s</translation>
  </message>
  <message>
   <source>Copy answer</source>
   <translation>نسخ الإجابة</translation>
  </message>
  <message>
   <source>Copy code</source>
   <translation>نسخ الشيفرة</translation>
  </message>
  <message>
   <source>Copy the table as Markdown</source>
   <translation>نسخ الجدول بصيغة Markdown</translation>
  </message>
  <message>
   <source>Copy the table for a spreadsheet</source>
   <translation>نسخ الجدول لبرنامج جداول</translation>
  </message>
  <message>
   <source>Copy your message</source>
   <translation>نسخ رسالتك</translation>
  </message>
  <message>
   <source>Earlier version</source>
   <translation>نسخة سابقة</translation>
  </message>
  <message>
   <source>Edit</source>
   <translation>تعديل</translation>
  </message>
  <message>
   <source>Edit this message. What is there now is kept as another version.</source>
   <translation>تعديل هذه الرسالة. يبقى ما فيها الآن نسخةً أخرى.</translation>
  </message>
  <message>
   <source>Edit your message</source>
   <translation>تعديل رسالتك</translation>
  </message>
  <message>
   <source>Find in this conversation</source>
   <translation>البحث في هذه المحادثة</translation>
  </message>
  <message>
   <source>Go to the end</source>
   <translation>الانتقال إلى النهاية</translation>
  </message>
  <message>
   <source>Interrupted</source>
   <translation>انقطعت</translation>
  </message>
  <message>
   <source>Later version</source>
   <translation>نسخة لاحقة</translation>
  </message>
  <message>
   <source>Leave the message as it is (Esc)</source>
   <translation>ترك الرسالة كما هي (Esc)</translation>
  </message>
  <message>
   <source>Markdown</source>
   <translation>Markdown</translation>
  </message>
  <message>
   <source>Next hit (Enter)</source>
   <translation>النتيجة التالية (Enter)</translation>
  </message>
  <message>
   <source>No passage that was given says this in these words. Look for yourself before you rely on it.</source>
   <translation>لا يقول هذا بهذه الكلمات أي مقطع مما أُعطي. تحقق بنفسك قبل الاعتماد عليه.</translation>
  </message>
  <message>
   <source>Nothing found</source>
   <translation>لا نتائج</translation>
  </message>
  <message>
   <source>On this computer</source>
   <translation>على هذا الحاسوب</translation>
  </message>
  <message>
   <source>Picture: %s</source>
   <translation>صورة: %s</translation>
  </message>
  <message>
   <source>Previous hit (Shift+Enter)</source>
   <translation>النتيجة السابقة (Shift+Enter)</translation>
  </message>
  <message>
   <source>Quote</source>
   <translation>اقتباس</translation>
  </message>
  <message>
   <source>Quote the selection in your question</source>
   <translation>اقتباس المحدد في سؤالك</translation>
  </message>
  <message>
   <source>Reading %s of %s tokens…</source>
   <translation>جارٍ القراءة: %s من %s رمز…</translation>
  </message>
  <message>
   <source>Retry</source>
   <translation>إعادة المحاولة</translation>
  </message>
  <message>
   <source>Searching…</source>
   <translation>جارٍ البحث…</translation>
  </message>
  <message>
   <source>Send</source>
   <translation>إرسال</translation>
  </message>
  <message>
   <source>Starting…</source>
   <translation>جارٍ البدء…</translation>
  </message>
  <message>
   <source>Stopped</source>
   <translation>أُوقفت</translation>
  </message>
  <message>
   <source>Table</source>
   <translation>جدول</translation>
  </message>
  <message numerus="yes">
   <source>The model no longer sees the first %Ln message(s)</source>
   <translation>
    <numerusform>يرى النموذج كل الرسائل</numerusform>
    <numerusform>لم يعد النموذج يرى الرسالة الأولى</numerusform>
    <numerusform>لم يعد النموذج يرى أول رسالتين</numerusform>
    <numerusform>لم يعد النموذج يرى أول %Ln رسائل</numerusform>
    <numerusform>لم يعد النموذج يرى أول %Ln رسالة</numerusform>
    <numerusform>لم يعد النموذج يرى أول %Ln رسالة</numerusform>
   </translation>
  </message>
  <message>
   <source>Thinking…</source>
   <translation>يفكّر…</translation>
  </message>
  <message>
   <source>This answer could not be finished. Try again with Retry.</source>
   <translation>تعذّر إكمال هذه الإجابة. حاول مجددًا بـ «إعادة المحاولة».</translation>
  </message>
  <message>
   <source>Thought for %s s</source>
   <translation>مدة التفكير: %s ث</translation>
  </message>
  <message>
   <source>Thoughts</source>
   <translation>الأفكار</translation>
  </message>
  <message>
   <source>Thoughts of %s</source>
   <translation>أفكار %s</translation>
  </message>
  <message>
   <source>Version %s of %s</source>
   <translation>النسخة %s من %s</translation>
  </message>
  <message>
   <source>Your message</source>
   <translation>رسالتك</translation>
  </message>
  <message>
   <source>code</source>
   <translation>شيفرة</translation>
  </message>
  <message>
   <source>first word %s s</source>
   <translation>أول كلمة %s ث</translation>
  </message>
  <message>
   <source>{model} · {server}</source>
   <translation>{model} · {server}</translation>
  </message>
 </context>
 <context>
  <name>Tray</name>
  <message>
   <source>Ask a quick question…</source>
   <translation>اطرح سؤالًا سريعًا…</translation>
  </message>
  <message>
   <source>Lock Hearth</source>
   <translation>قفل Hearth</translation>
  </message>
  <message>
   <source>Quit Hearth</source>
   <translation>إنهاء Hearth</translation>
  </message>
  <message>
   <source>Show Hearth</source>
   <translation>إظهار Hearth</translation>
  </message>
 </context>
 <context>
  <name>TroubleTable</name>
  <message>
   <source>File</source>
   <translation>الملف</translation>
  </message>
  <message>
   <source>For all files of this library that hold only pictures.</source>
   <translation>لكل ملفات هذه المكتبة التي لا تحتوي إلا على صور.</translation>
  </message>
  <message>
   <source>Read pictures of text in {name}</source>
   <translation>قراءة صور النصوص في {name}</translation>
  </message>
  <message>
   <source>Read with OCR</source>
   <translation>القراءة بـ OCR</translation>
  </message>
  <message>
   <source>Read {name} again</source>
   <translation>قراءة {name} مجددًا</translation>
  </message>
  <message>
   <source>Retry</source>
   <translation>إعادة المحاولة</translation>
  </message>
  <message>
   <source>Show folder</source>
   <translation>عرض المجلد</translation>
  </message>
  <message>
   <source>Show the folder of {name}</source>
   <translation>عرض مجلد {name}</translation>
  </message>
  <message>
   <source>Unlock {name}</source>
   <translation>فتح قفل {name}</translation>
  </message>
  <message>
   <source>Unlock…</source>
   <translation>فتح القفل…</translation>
  </message>
  <message>
   <source>What happened, what to do</source>
   <translation>ما حدث وما العمل</translation>
  </message>
  <message numerus="yes">
   <source>and %Ln more</source>
   <translation>
    <numerusform>ولا غيرها</numerusform>
    <numerusform>وواحد غيرها</numerusform>
    <numerusform>واثنان غيرها</numerusform>
    <numerusform>و%Ln غيرها</numerusform>
    <numerusform>و%Ln غيرها</numerusform>
    <numerusform>و%Ln غيرها</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>VariableStrip</name>
  <message>
   <source>Back</source>
   <translation>رجوع</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>إلغاء</translation>
  </message>
  <message>
   <source>Done (Enter)</source>
   <translation>تم (Enter)</translation>
  </message>
  <message>
   <source>Next</source>
   <translation>التالي</translation>
  </message>
  <message>
   <source>Next (Enter)</source>
   <translation>التالي (Enter)</translation>
  </message>
 </context>
 <context>
  <name>WelcomePage</name>
  <message>
   <source>2 · Add a folder</source>
   <translation>٢ · إضافة مجلد</translation>
  </message>
  <message>
   <source>3 · Lock</source>
   <translation>٣ · القفل</translation>
  </message>
  <message>
   <source>AI that stays home.</source>
   <translation>ذكاء اصطناعي يبقى في البيت.</translation>
  </message>
  <message>
   <source>Add folder</source>
   <translation>إضافة مجلد</translation>
  </message>
  <message>
   <source>Added: {names}. The Library finds the passages that answer, even before a model is here.</source>
   <translation>أُضيف: {names}. تعثر المكتبة على المقاطع التي تجيب، حتى قبل وجود نموذج.</translation>
  </message>
  <message>
   <source>Chat with an open model on this computer and ask questions about your own files. Nothing is sent anywhere unless you allow it, one conversation at a time.</source>
   <translation>تحادث مع نموذج مفتوح على هذا الحاسوب واسأل عن ملفاتك. لا يُرسَل شيء إلى أي مكان إلا بإذنك، لكل محادثة على حدة.</translation>
  </message>
  <message>
   <source>Make a recovery code</source>
   <translation>إنشاء رمز استرداد</translation>
  </message>
  <message>
   <source>Open the Library</source>
   <translation>فتح المكتبة</translation>
  </message>
  <message>
   <source>Restore a backup…</source>
   <translation>استعادة نسخة احتياطية…</translation>
  </message>
  <message>
   <source>Set a passphrase</source>
   <translation>تعيين عبارة مرور</translation>
  </message>
  <message>
   <source>Welcome</source>
   <translation>مرحبًا</translation>
  </message>
  <message>
   <source>Works right now, even before a model is here: Hearth finds the passages that answer.</source>
   <translation>يعمل من الآن، حتى قبل وجود نموذج: يعثر Hearth على المقاطع التي تجيب.</translation>
  </message>
  <message>
   <source>Your conversations are always encrypted, with a key in your system's keyring. A passphrase also locks the app.</source>
   <translation>محادثاتك مشفّرة دائمًا بمفتاح في حلقة مفاتيح نظامك. وتقفل عبارة المرور البرنامج أيضًا.</translation>
  </message>
  <message>
   <source>Your conversations are encrypted, and only your passphrase opens them. A recovery code on paper helps if you forget it.</source>
   <translation>محادثاتك مشفّرة ولا تفتحها إلا عبارة المرور. ويفيد رمز استرداد على ورق إن نسيتها.</translation>
  </message>
  <message>
   <source>Your conversations are encrypted. Your passphrase or your recovery code opens them.</source>
   <translation>محادثاتك مشفّرة. تفتحها عبارة المرور أو رمز الاسترداد.</translation>
  </message>
  <message>
   <source>done</source>
   <translation>تم</translation>
  </message>
  <message>
   <source>optional</source>
   <translation>اختياري</translation>
  </message>
 </context>
 <context>
  <name>Workspace</name>
  <message>
   <source>Answered by {name}</source>
   <translation>يجيب {name}</translation>
  </message>
  <message>
   <source>Local only</source>
   <translation>محلي فقط</translation>
  </message>
  <message>
   <source>The model runs on this computer, and nothing in this conversation can leave it.</source>
   <translation>يعمل النموذج على هذا الحاسوب، ولا شيء في هذه المحادثة يمكنه مغادرته.</translation>
  </message>
  <message>
   <source>What you send in this conversation goes to {name}, as the sheet before the first message showed it, and stays in the ledger. What {name} does with it is its own affair. No other conversation is affected.</source>
   <translation>ما ترسله في هذه المحادثة يذهب إلى {name} كما عرضته الورقة قبل الرسالة الأولى، ويبقى في السجل. وما يفعله {name} به شأنه. ولا تتأثر أي محادثة أخرى.</translation>
  </message>
 </context>
 <context>
  <name>WritingDesk</name>
  <message>
   <source>A picture can be added as a file: save it, then drop it here.</source>
   <translation>يمكن إضافة صورة كملف: احفظها، ثم أفلتها هنا.</translation>
  </message>
  <message>
   <source>Add files to this conversation</source>
   <translation>إضافة ملفات إلى هذه المحادثة</translation>
  </message>
  <message>
   <source>Pasted picture</source>
   <translation>صورة ملصقة</translation>
  </message>
  <message>
   <source>The text was too long to paste whole. Its beginning was taken.</source>
   <translation>كان النص أطول من أن يُلصق كاملًا، فأُخذ أوله.</translation>
  </message>
  <message>
   <source>What answers here can't see pictures. To have its words read, save it as a file and drop that here.</source>
   <translation>ما يجيب هنا لا يرى الصور. لقراءة كلماتها، احفظها كملف ثم أفلته هنا.</translation>
  </message>
  <message>
   <source>What the model will read</source>
   <translation>ما سيقرؤه النموذج</translation>
  </message>
 </context>
</TS>
