<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
 <context>
  <name>Compare</name>
  <message numerus="yes">
   <source>%Ln token(s)</source>
   <translation>
    <numerusform>%Ln token</numerusform>
    <numerusform>%Ln tokens</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>ConsentSheet</name>
  <message numerus="yes">
   <source>%Ln earlier message(s) stay here.</source>
   <translation>
    <numerusform>%Ln earlier message stays here.</numerusform>
    <numerusform>%Ln earlier messages stay here.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>ContextMeter</name>
  <message numerus="yes">
   <source>%Ln earlier message(s) left out</source>
   <translation>
    <numerusform>%Ln earlier message left out</numerusform>
    <numerusform>%Ln earlier messages left out</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln passage(s) left out</source>
   <translation>
    <numerusform>%Ln passage left out</numerusform>
    <numerusform>%Ln passages left out</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>ConversationDesk</name>
  <message numerus="yes">
   <source>%Ln conversations are deleted.</source>
   <translation>
    <numerusform>%Ln conversation is deleted.</numerusform>
    <numerusform>%Ln conversations are deleted.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>ConversationMenus</name>
  <message numerus="yes">
   <source>Delete %Ln conversations</source>
   <translation>
    <numerusform>Delete %Ln conversation</numerusform>
    <numerusform>Delete %Ln conversations</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>DownloadCard</name>
  <message numerus="yes">
   <source>%Ln hour(s) left</source>
   <translation>
    <numerusform>%Ln hour left</numerusform>
    <numerusform>%Ln hours left</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln minute(s) left</source>
   <translation>
    <numerusform>%Ln minute left</numerusform>
    <numerusform>%Ln minutes left</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln second(s) left</source>
   <translation>
    <numerusform>%Ln second left</numerusform>
    <numerusform>%Ln seconds left</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>DownloadDesk</name>
  <message numerus="yes">
   <source>%Ln more file(s) can't be used.</source>
   <translation>
    <numerusform>%Ln more file can't be used.</numerusform>
    <numerusform>%Ln more files can't be used.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>EntrySheet</name>
  <message numerus="yes">
   <source>Its %Ln byte(s), exactly as they were sent:</source>
   <translation>
    <numerusform>Its %Ln byte, exactly as it was sent:</numerusform>
    <numerusform>Its %Ln bytes, exactly as they were sent:</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>FirstModel</name>
  <message numerus="yes">
   <source>%Ln core(s)</source>
   <translation>
    <numerusform>%Ln core</numerusform>
    <numerusform>%Ln cores</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Use models I already have (%Ln found)</source>
   <translation>
    <numerusform>Use models I already have (%Ln found)</numerusform>
    <numerusform>Use models I already have (%Ln found)</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Use models I already have ({program}, %Ln found)</source>
   <translation>
    <numerusform>Use models I already have ({program}, %Ln found)</numerusform>
    <numerusform>Use models I already have ({program}, %Ln found)</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>ImportDesk</name>
  <message numerus="yes">
   <source>%Ln comparison(s) had been there before and stayed as they are.</source>
   <translation>
    <numerusform>%Ln comparison had been there before and stayed as it is.</numerusform>
    <numerusform>%Ln comparisons had been there before and stayed as they are.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln comparison(s), with their votes, are on the Compare page.</source>
   <translation>
    <numerusform>%Ln comparison, with its vote, is on the Compare page.</numerusform>
    <numerusform>%Ln comparisons, with their votes, are on the Compare page.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln conversation(s) had been taken in before and stayed as they are.</source>
   <translation>
    <numerusform>%Ln conversation had been taken in before and stayed as it is.</numerusform>
    <numerusform>%Ln conversations had been taken in before and stayed as they are.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln more file(s) could not be read.</source>
   <translation>
    <numerusform>%Ln more file could not be read.</numerusform>
    <numerusform>%Ln more files could not be read.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>From {programs}: %Ln conversation(s).</source>
   <translation>
    <numerusform>From {programs}: %Ln conversation.</numerusform>
    <numerusform>From {programs}: %Ln conversations.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>LedgerDesk</name>
  <message numerus="yes">
   <source>%Ln row(s) exported. What lies there is not encrypted.</source>
   <translation>
    <numerusform>%Ln row exported. What lies there is not encrypted.</numerusform>
    <numerusform>%Ln rows exported. What lies there is not encrypted.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln row(s) hold together: nothing was changed, added or taken out.</source>
   <translation>
    <numerusform>%Ln row holds together: nothing was changed, added or taken out.</numerusform>
    <numerusform>%Ln rows hold together: nothing was changed, added or taken out.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>LedgerPage</name>
  <message numerus="yes">
   <source>%Ln request(s), each allowed by you</source>
   <translation>
    <numerusform>%Ln request, allowed by you</numerusform>
    <numerusform>%Ln requests, each allowed by you</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>received, %Ln file(s)</source>
   <translation>
    <numerusform>received, %Ln file</numerusform>
    <numerusform>received, %Ln files</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>LibraryCard</name>
  <message numerus="yes">
   <source>%Ln file(s)</source>
   <translation>
    <numerusform>%Ln file</numerusform>
    <numerusform>%Ln files</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln file(s) need attention</source>
   <translation>
    <numerusform>%Ln file needs attention</numerusform>
    <numerusform>%Ln files need attention</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln hour(s) left</source>
   <translation>
    <numerusform>%Ln hour left</numerusform>
    <numerusform>%Ln hours left</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln minute(s) left</source>
   <translation>
    <numerusform>%Ln minute left</numerusform>
    <numerusform>%Ln minutes left</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln passage(s)</source>
   <translation>
    <numerusform>%Ln passage</numerusform>
    <numerusform>%Ln passages</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{ready} of %Ln file(s)</source>
   <translation>
    <numerusform>{ready} of %Ln file</numerusform>
    <numerusform>{ready} of %Ln files</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>LibraryChoice</name>
  <message numerus="yes">
   <source>%Ln libraries</source>
   <translation>
    <numerusform>%Ln library</numerusform>
    <numerusform>%Ln libraries</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>MainWindow</name>
  <message numerus="yes">
   <source>%Ln request(s) to a server were under way when Hearth ended. Whether they arrived is unknown, and nothing was sent again; the Ledger shows them.</source>
   <translation>
    <numerusform>%Ln request to a server was under way when Hearth ended. Whether it arrived is unknown, and nothing was sent again; the Ledger shows it.</numerusform>
    <numerusform>%Ln requests to a server were under way when Hearth ended. Whether they arrived is unknown, and nothing was sent again; the Ledger shows them.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>MaskingSheet</name>
  <message numerus="yes">
   <source>%Ln place(s) masked. A server would get this:</source>
   <translation>
    <numerusform>%Ln place masked. A server would get this:</numerusform>
    <numerusform>%Ln places masked. A server would get this:</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>ModelsPage</name>
  <message numerus="yes">
   <source>%Ln core(s)</source>
   <translation>
    <numerusform>%Ln core</numerusform>
    <numerusform>%Ln cores</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>NewPassphrase</name>
  <message numerus="yes">
   <source>At least %Ln characters. A few unrelated words are easy to keep in mind.</source>
   <translation>
    <numerusform>At least %Ln character. A few unrelated words are easy to keep in mind.</numerusform>
    <numerusform>At least %Ln characters. A few unrelated words are easy to keep in mind.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>OfferCard</name>
  <message numerus="yes">
   <source>%Ln language(s)</source>
   <translation>
    <numerusform>%Ln language</numerusform>
    <numerusform>%Ln languages</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>PayloadView</name>
  <message numerus="yes">
   <source>%Ln file(s)</source>
   <translation>
    <numerusform>%Ln file</numerusform>
    <numerusform>%Ln files</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln item(s) masked</source>
   <translation>
    <numerusform>%Ln item masked</numerusform>
    <numerusform>%Ln items masked</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln message(s)</source>
   <translation>
    <numerusform>%Ln message</numerusform>
    <numerusform>%Ln messages</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>PrivacyCard</name>
  <message numerus="yes">
   <source>%Ln request(s), see the Ledger</source>
   <translation>
    <numerusform>%Ln request, see the Ledger</numerusform>
    <numerusform>%Ln requests, see the Ledger</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>PromptPage</name>
  <message numerus="yes">
   <source>%Ln earlier message(s) had no room in the model's context:</source>
   <translation>
    <numerusform>%Ln earlier message had no room in the model's context:</numerusform>
    <numerusform>%Ln earlier messages had no room in the model's context:</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln passage(s) of your files had no room.</source>
   <translation>
    <numerusform>%Ln passage of your files had no room.</numerusform>
    <numerusform>%Ln passages of your files had no room.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>ServersSheet</name>
  <message numerus="yes">
   <source>%Ln model(s) to choose from.</source>
   <translation>
    <numerusform>%Ln model to choose from.</numerusform>
    <numerusform>%Ln models to choose from.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>SettingsDesk</name>
  <message numerus="yes">
   <source>%Ln word(s) of your own are masked, whatever they are.</source>
   <translation>
    <numerusform>%Ln word of your own is masked, whatever it is.</numerusform>
    <numerusform>%Ln words of your own are masked, whatever they are.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>SettingsPage</name>
  <message numerus="yes">
   <source>%Ln setting(s) shown</source>
   <translation>
    <numerusform>%Ln setting shown</numerusform>
    <numerusform>%Ln settings shown</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>ShelfCard</name>
  <message numerus="yes">
   <source>up to %Ln token(s) of conversation</source>
   <translation>
    <numerusform>up to %Ln token of conversation</numerusform>
    <numerusform>up to %Ln tokens of conversation</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Sidebar</name>
  <message numerus="yes">
   <source>%Ln file(s)</source>
   <translation>
    <numerusform>%Ln file</numerusform>
    <numerusform>%Ln files</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>SourcesPage</name>
  <message numerus="yes">
   <source>%Ln more passage(s) had no room in the model's context.</source>
   <translation>
    <numerusform>%Ln more passage had no room in the model's context.</numerusform>
    <numerusform>%Ln more passages had no room in the model's context.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Transcript</name>
  <message numerus="yes">
   <source>%Ln sentence(s) without support</source>
   <translation>
    <numerusform>%Ln sentence without support</numerusform>
    <numerusform>%Ln sentences without support</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln tokens</source>
   <translation>
    <numerusform>%Ln token</numerusform>
    <numerusform>%Ln tokens</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>The model no longer sees the first %Ln message(s)</source>
   <translation>
    <numerusform>The model no longer sees the first message</numerusform>
    <numerusform>The model no longer sees the first %Ln messages</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>TroubleTable</name>
  <message numerus="yes">
   <source>and %Ln more</source>
   <translation>
    <numerusform>and %Ln more</numerusform>
    <numerusform>and %Ln more</numerusform>
   </translation>
  </message>
 </context>
</TS>
