<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
 <context>
  <name>AboutSheet</name>
  <message>
   <source>About Hearth</source>
   <translation>Über Hearth</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Schließen</translation>
  </message>
  <message>
   <source>Hearth is under the Apache License 2.0. It stands on these, each under its own licence:</source>
   <translation>Hearth steht unter der Apache-Lizenz 2.0. Es baut auf diesen auf, jedes unter seiner eigenen Lizenz:</translation>
  </message>
  <message>
   <source>Hearth {version}. Private AI that stays home.</source>
   <translation>Hearth {version}. Private KI, die zu Hause bleibt.</translation>
  </message>
  <message>
   <source>Licences</source>
   <translation>Lizenzen</translation>
  </message>
 </context>
 <context>
  <name>Actions</name>
  <message>
   <source>About Hearth</source>
   <translation>Über Hearth</translation>
  </message>
  <message>
   <source>Add a folder to the library…</source>
   <translation>Ordner zur Bibliothek hinzufügen …</translation>
  </message>
  <message>
   <source>Add a model file…</source>
   <translation>Modelldatei hinzufügen …</translation>
  </message>
  <message>
   <source>Add files to this conversation…</source>
   <translation>Dateien zu dieser Unterhaltung hinzufügen …</translation>
  </message>
  <message>
   <source>Answers</source>
   <translation>Antworten</translation>
  </message>
  <message>
   <source>Ask a quick question…</source>
   <translation>Eine schnelle Frage stellen …</translation>
  </message>
  <message>
   <source>Assistants…</source>
   <translation>Assistenten …</translation>
  </message>
  <message>
   <source>Begin a new line in the question</source>
   <translation>Neue Zeile in der Frage beginnen</translation>
  </message>
  <message>
   <source>Block all connections, or allow them again</source>
   <translation>Alle Verbindungen sperren oder wieder zulassen</translation>
  </message>
  <message>
   <source>Bring back what was just deleted</source>
   <translation>Eben Gelöschtes zurückholen</translation>
  </message>
  <message>
   <source>Choose the model that answers…</source>
   <translation>Modell wählen, das antwortet …</translation>
  </message>
  <message>
   <source>Choose whether a server answers this conversation…</source>
   <translation>Wählen, ob ein Server diese Unterhaltung beantwortet …</translation>
  </message>
  <message>
   <source>Choose who answers this conversation…</source>
   <translation>Wählen, wer in dieser Unterhaltung antwortet …</translation>
  </message>
  <message>
   <source>Close the top-most thing, then stop the answer</source>
   <translation>Das Oberste schließen, danach die Antwort anhalten</translation>
  </message>
  <message>
   <source>Compare an answer here with a server's…</source>
   <translation>Eine Antwort von hier mit der eines Servers vergleichen …</translation>
  </message>
  <message>
   <source>Conversations</source>
   <translation>Unterhaltungen</translation>
  </message>
  <message>
   <source>Delete this conversation</source>
   <translation>Diese Unterhaltung löschen</translation>
  </message>
  <message>
   <source>Duplicate this conversation</source>
   <translation>Diese Unterhaltung duplizieren</translation>
  </message>
  <message>
   <source>Find a command or a conversation…</source>
   <translation>Befehl oder Unterhaltung finden …</translation>
  </message>
  <message>
   <source>Find in this conversation</source>
   <translation>In dieser Unterhaltung suchen</translation>
  </message>
  <message>
   <source>Go to the end of the conversation</source>
   <translation>Zum Ende der Unterhaltung</translation>
  </message>
  <message>
   <source>Go to the next part of the window</source>
   <translation>Zum nächsten Teil des Fensters</translation>
  </message>
  <message>
   <source>Go to the previous part of the window</source>
   <translation>Zum vorigen Teil des Fensters</translation>
  </message>
  <message>
   <source>Go to the question field</source>
   <translation>Zum Fragefeld</translation>
  </message>
  <message>
   <source>Help</source>
   <translation>Hilfe</translation>
  </message>
  <message>
   <source>Instructions for this conversation…</source>
   <translation>Anweisungen für diese Unterhaltung …</translation>
  </message>
  <message>
   <source>Keyboard shortcuts</source>
   <translation>Tastenkürzel</translation>
  </message>
  <message>
   <source>Ledger: what left this computer</source>
   <translation>Protokoll: was diesen Computer verlassen hat</translation>
  </message>
  <message>
   <source>Library</source>
   <translation>Bibliothek</translation>
  </message>
  <message>
   <source>Lock Hearth</source>
   <translation>Hearth sperren</translation>
  </message>
  <message>
   <source>Models</source>
   <translation>Modelle</translation>
  </message>
  <message>
   <source>Models…</source>
   <translation>Modelle …</translation>
  </message>
  <message>
   <source>Move this conversation to a folder…</source>
   <translation>Diese Unterhaltung in einen Ordner verschieben …</translation>
  </message>
  <message>
   <source>New conversation</source>
   <translation>Neue Unterhaltung</translation>
  </message>
  <message>
   <source>New folder…</source>
   <translation>Neuer Ordner …</translation>
  </message>
  <message>
   <source>New temporary conversation</source>
   <translation>Neue vorübergehende Unterhaltung</translation>
  </message>
  <message>
   <source>Next conversation in the list</source>
   <translation>Nächste Unterhaltung der Liste</translation>
  </message>
  <message>
   <source>Next hit in this conversation</source>
   <translation>Nächster Treffer in dieser Unterhaltung</translation>
  </message>
  <message>
   <source>Pin or unpin this conversation</source>
   <translation>Diese Unterhaltung anheften oder lösen</translation>
  </message>
  <message>
   <source>Previous conversation in the list</source>
   <translation>Vorige Unterhaltung der Liste</translation>
  </message>
  <message>
   <source>Previous hit in this conversation</source>
   <translation>Voriger Treffer in dieser Unterhaltung</translation>
  </message>
  <message>
   <source>Quit Hearth</source>
   <translation>Hearth beenden</translation>
  </message>
  <message>
   <source>Quote the selection in the question</source>
   <translation>Auswahl in der Frage zitieren</translation>
  </message>
  <message>
   <source>Rename this conversation…</source>
   <translation>Diese Unterhaltung umbenennen …</translation>
  </message>
  <message>
   <source>Saved prompts…</source>
   <translation>Gespeicherte Prompts …</translation>
  </message>
  <message>
   <source>Search in all messages</source>
   <translation>In allen Nachrichten suchen</translation>
  </message>
  <message>
   <source>Send the question</source>
   <translation>Frage absenden</translation>
  </message>
  <message>
   <source>Servers…</source>
   <translation>Server …</translation>
  </message>
  <message>
   <source>Settings…</source>
   <translation>Einstellungen …</translation>
  </message>
  <message>
   <source>Show all branches of this conversation</source>
   <translation>Alle Zweige dieser Unterhaltung zeigen</translation>
  </message>
  <message>
   <source>Show or hide the list of conversations</source>
   <translation>Liste der Unterhaltungen ein- oder ausblenden</translation>
  </message>
  <message>
   <source>Show or hide the side panel</source>
   <translation>Seitenleiste ein- oder ausblenden</translation>
  </message>
  <message>
   <source>Stop the answer</source>
   <translation>Antwort anhalten</translation>
  </message>
  <message>
   <source>Switch between light and dark</source>
   <translation>Zwischen hell und dunkel wechseln</translation>
  </message>
  <message>
   <source>Window</source>
   <translation>Fenster</translation>
  </message>
  <message>
   <source>Writing</source>
   <translation>Schreiben</translation>
  </message>
 </context>
 <context>
  <name>AdapterForm</name>
  <message>
   <source>Adapters (LoRA): small files that change how a model answers. 1 is the strength it was made with.</source>
   <translation>Adapter (LoRA): kleine Dateien, die ändern, wie ein Modell antwortet. 1 ist die Stärke, mit der er gemacht wurde.</translation>
  </message>
  <message>
   <source>Add an adapter…</source>
   <translation>Adapter hinzufügen …</translation>
  </message>
  <message>
   <source>Choose an adapter</source>
   <translation>Adapter wählen</translation>
  </message>
 </context>
 <context>
  <name>AdapterRow</name>
  <message>
   <source>Strength of {name}</source>
   <translation>Stärke von {name}</translation>
  </message>
  <message>
   <source>Take out {name}</source>
   <translation>{name} herausnehmen</translation>
  </message>
 </context>
 <context>
  <name>AnswerPicker</name>
  <message>
   <source>Answer {number} of {count}</source>
   <translation>Antwort {number} von {count}</translation>
  </message>
  <message>
   <source>The answer after this one</source>
   <translation>Die Antwort nach dieser</translation>
  </message>
  <message>
   <source>The answer before this one</source>
   <translation>Die Antwort vor dieser</translation>
  </message>
 </context>
 <context>
  <name>AutoLock</name>
  <message>
   <source>When nobody is here, and when the computer goes to sleep. A locked screen can't be heard on this system.</source>
   <translation>Wenn niemand da ist und wenn der Computer schlafen geht. Ob der Bildschirm gesperrt ist, erfährt Hearth auf diesem System nicht.</translation>
  </message>
  <message>
   <source>When nobody is here, and when the screen is locked or the computer goes to sleep.</source>
   <translation>Wenn niemand da ist und wenn der Bildschirm gesperrt wird oder der Computer schlafen geht.</translation>
  </message>
  <message>
   <source>When nobody is here, and when the screen is locked. Sleep can't be heard on this system.</source>
   <translation>Wenn niemand da ist und wenn der Bildschirm gesperrt wird. Ob der Computer schlafen geht, erfährt Hearth auf diesem System nicht.</translation>
  </message>
  <message>
   <source>When nobody is here. This system doesn't tell Hearth of a locked screen or of sleep.</source>
   <translation>Wenn niemand da ist. Von einem gesperrten Bildschirm oder vom Ruhezustand erfährt Hearth auf diesem System nichts.</translation>
  </message>
 </context>
 <context>
  <name>BackupDesk</name>
  <message>
   <source>A backup is being made: {percent} %. Chats go on; files can't be searched.</source>
   <translation>Eine Sicherung wird erstellt: {percent} %. Unterhaltungen gehen weiter; Dateien lassen sich nicht durchsuchen.</translation>
  </message>
  <message>
   <source>A backup is being made…</source>
   <translation>Eine Sicherung wird erstellt …</translation>
  </message>
  <message>
   <source>Backups of Hearth</source>
   <translation>Sicherungen von Hearth</translation>
  </message>
  <message>
   <source>Make a backup</source>
   <translation>Eine Sicherung erstellen</translation>
  </message>
  <message>
   <source>Make a recovery code</source>
   <translation>Wiederherstellungscode erstellen</translation>
  </message>
  <message>
   <source>Make a recovery code first?</source>
   <translation>Zuerst einen Wiederherstellungscode erstellen?</translation>
  </message>
  <message>
   <source>The backup is made, was read back and is whole: {path}</source>
   <translation>Die Sicherung ist erstellt, wurde zurückgelesen und ist vollständig: {path}</translation>
  </message>
  <message>
   <source>The backup is made.</source>
   <translation>Die Sicherung ist erstellt.</translation>
  </message>
  <message>
   <source>The backup was stopped, and nothing of it is left.</source>
   <translation>Die Sicherung wurde angehalten, und es ist nichts davon übrig.</translation>
  </message>
  <message>
   <source>This profile opens by your system's keyring, which no backup can take along. A recovery code on paper opens the backup on any computer. Make one, then make the backup.</source>
   <translation>Dieses Profil öffnet sich mit dem Schlüsselbund Ihres Systems, den keine Sicherung mitnehmen kann. Ein Wiederherstellungscode auf Papier öffnet die Sicherung auf jedem Computer. Erstellen Sie zuerst einen, dann die Sicherung.</translation>
  </message>
 </context>
 <context>
  <name>BranchDesk</name>
  <message>
   <source>Branches</source>
   <translation>Zweige</translation>
  </message>
 </context>
 <context>
  <name>BranchesPage</name>
  <message>
   <source>(empty)</source>
   <translation>(leer)</translation>
  </message>
  <message>
   <source>Answer</source>
   <translation>Antwort</translation>
  </message>
  <message>
   <source>Branches of this conversation</source>
   <translation>Zweige dieser Unterhaltung</translation>
  </message>
  <message>
   <source>Choose a branch to read it. The one you read now is bold.</source>
   <translation>Wählen Sie einen Zweig, um ihn zu lesen. Der jetzige ist fett.</translation>
  </message>
  <message>
   <source>This conversation has one branch. Edit a question or ask for another answer, and both versions are kept here.</source>
   <translation>Diese Unterhaltung hat einen Zweig. Bearbeiten Sie eine Frage oder lassen Sie neu antworten; beide Fassungen bleiben hier erhalten.</translation>
  </message>
  <message>
   <source>You</source>
   <translation>Sie</translation>
  </message>
  <message>
   <source>{words}, shown now</source>
   <translation>{words}, jetzt zu sehen</translation>
  </message>
 </context>
 <context>
  <name>ChatPage</name>
  <message>
   <source>Conversation</source>
   <translation>Unterhaltung</translation>
  </message>
  <message>
   <source>Copied.</source>
   <translation>Kopiert.</translation>
  </message>
  <message>
   <source>New conversation</source>
   <translation>Neue Unterhaltung</translation>
  </message>
  <message>
   <source>Nothing of this conversation is kept. It is gone when Hearth locks or closes.</source>
   <translation>Von dieser Unterhaltung bleibt nichts. Sie ist weg, wenn Hearth gesperrt oder beendet wird.</translation>
  </message>
  <message>
   <source>Temporary conversation</source>
   <translation>Vorübergehende Unterhaltung</translation>
  </message>
 </context>
 <context>
  <name>Chips</name>
  <message>
   <source>Files of this conversation</source>
   <translation>Dateien dieser Unterhaltung</translation>
  </message>
  <message>
   <source>Pasted text</source>
   <translation>Eingefügter Text</translation>
  </message>
  <message>
   <source>Pasted text, {size}</source>
   <translation>Eingefügter Text, {size}</translation>
  </message>
  <message>
   <source>Pasted text. Press to have it in the field.</source>
   <translation>Eingefügter Text. Drücken, um ihn ins Feld zu holen.</translation>
  </message>
  <message>
   <source>Read {name} again</source>
   <translation>{name} noch einmal lesen</translation>
  </message>
  <message>
   <source>Remove the pasted text</source>
   <translation>Eingefügten Text entfernen</translation>
  </message>
  <message>
   <source>Remove {name} from this conversation</source>
   <translation>{name} aus dieser Unterhaltung entfernen</translation>
  </message>
  <message>
   <source>Retry</source>
   <translation>Wiederholen</translation>
  </message>
  <message>
   <source>The model will see this picture with your question.</source>
   <translation>Das Modell sieht dieses Bild zusammen mit Ihrer Frage.</translation>
  </message>
  <message>
   <source>Unlock {name}</source>
   <translation>{name} entsperren</translation>
  </message>
  <message>
   <source>Unlock…</source>
   <translation>Entsperren …</translation>
  </message>
  <message>
   <source>can't be read</source>
   <translation>nicht lesbar</translation>
  </message>
  <message>
   <source>read in part</source>
   <translation>teilweise gelesen</translation>
  </message>
  <message>
   <source>reading…</source>
   <translation>wird gelesen …</translation>
  </message>
  <message>
   <source>ready</source>
   <translation>bereit</translation>
  </message>
  <message>
   <source>shown to the model</source>
   <translation>wird dem Modell gezeigt</translation>
  </message>
  <message>
   <source>words read</source>
   <translation>Wörter gelesen</translation>
  </message>
  <message>
   <source>{count} characters</source>
   <translation>{count} Zeichen</translation>
  </message>
 </context>
 <context>
  <name>CloudFrame</name>
  <message>
   <source>This conversation is answered by a server</source>
   <translation>Diese Unterhaltung beantwortet ein Server</translation>
  </message>
 </context>
 <context>
  <name>Compare</name>
  <message numerus="yes">
   <source>%Ln token(s)</source>
   <translation>
    <numerusform>%Ln Token</numerusform>
    <numerusform>%Ln Token</numerusform>
   </translation>
  </message>
  <message>
   <source>All this cost {cost}.</source>
   <translation>Das alles kostete {cost}.</translation>
  </message>
  <message>
   <source>Being written…</source>
   <translation>Wird geschrieben …</translation>
  </message>
  <message>
   <source>Equally good</source>
   <translation>Gleich gut</translation>
  </message>
  <message>
   <source>First answer</source>
   <translation>Erste Antwort</translation>
  </message>
  <message>
   <source>Here it took about {energy} Wh.</source>
   <translation>Hier brauchte es etwa {energy} Wh.</translation>
  </message>
  <message>
   <source>Neither is good</source>
   <translation>Keine ist gut</translation>
  </message>
  <message>
   <source>On average {here} s here, {there} s there.</source>
   <translation>Im Mittel {here} s hier, {there} s dort.</translation>
  </message>
  <message>
   <source>Second answer</source>
   <translation>Zweite Antwort</translation>
  </message>
  <message>
   <source>Stopped before its end.</source>
   <translation>Vor dem Ende angehalten.</translation>
  </message>
  <message>
   <source>The first is better</source>
   <translation>Die erste ist besser</translation>
  </message>
  <message>
   <source>The second is better</source>
   <translation>Die zweite ist besser</translation>
  </message>
  <message>
   <source>This answer didn't come. The reason was told when it happened.</source>
   <translation>Diese Antwort kam nicht. Der Grund wurde damals gesagt.</translation>
  </message>
  <message>
   <source>Waiting for the first word…</source>
   <translation>Wartet auf das erste Wort …</translation>
  </message>
  <message>
   <source>about {cost}</source>
   <translation>etwa {cost}</translation>
  </message>
  <message>
   <source>about {energy} Wh at {watts} W</source>
   <translation>etwa {energy} Wh bei {watts} W</translation>
  </message>
  <message>
   <source>energy unknown</source>
   <translation>Energie unbekannt</translation>
  </message>
  <message>
   <source>equally good</source>
   <translation>gleich gut</translation>
  </message>
  <message>
   <source>first word after {seconds} s</source>
   <translation>erstes Wort nach {seconds} s</translation>
  </message>
  <message>
   <source>neither was good</source>
   <translation>keine war gut</translation>
  </message>
  <message>
   <source>not judged</source>
   <translation>nicht beurteilt</translation>
  </message>
  <message>
   <source>price unknown</source>
   <translation>Preis unbekannt</translation>
  </message>
  <message>
   <source>this computer was better</source>
   <translation>dieser Computer war besser</translation>
  </message>
  <message>
   <source>{here} × this computer, {there} × {name}, {both} × equally good, {neither} × neither.</source>
   <translation>{here} × dieser Computer, {there} × {name}, {both} × gleich gut, {neither} × keine.</translation>
  </message>
  <message>
   <source>{local} here and {server} at {name}:</source>
   <translation>{local} hier und {server} bei {name}:</translation>
  </message>
  <message>
   <source>{name} was better</source>
   <translation>{name} war besser</translation>
  </message>
  <message>
   <source>{seconds} s</source>
   <translation>{seconds} s</translation>
  </message>
 </context>
 <context>
  <name>CompareDesk</name>
  <message>
   <source>Being written…</source>
   <translation>Wird geschrieben …</translation>
  </message>
  <message>
   <source>Both answers are there: the Compare page waits for your vote.</source>
   <translation>Beide Antworten sind da: Die Seite „Vergleichen“ wartet auf Ihre Stimme.</translation>
  </message>
  <message>
   <source>Delete</source>
   <translation>Löschen</translation>
  </message>
  <message>
   <source>Delete this comparison?</source>
   <translation>Diesen Vergleich löschen?</translation>
  </message>
  <message>
   <source>Its question, both answers and the bytes that were sent are removed for good, and your vote no longer counts. The ledger keeps that something was sent.</source>
   <translation>Seine Frage, beide Antworten und die gesendeten Bytes werden endgültig entfernt, und Ihre Stimme zählt nicht mehr. Im Protokoll bleibt, dass etwas gesendet wurde.</translation>
  </message>
  <message>
   <source>Nothing was sent.</source>
   <translation>Es wurde nichts gesendet.</translation>
  </message>
 </context>
 <context>
  <name>ComparePage</name>
  <message>
   <source>Ask the model on this computer and a server the same, and judge the answers yourself. The server gets this question alone, after you have seen every byte of it.</source>
   <translation>Fragen Sie das Modell auf diesem Computer und einen Server dasselbe, und urteilen Sie selbst. Der Server bekommt nur diese Frage, nachdem Sie jedes Byte davon gesehen haben.</translation>
  </message>
  <message>
   <source>Blind</source>
   <translation>Blind</translation>
  </message>
  <message>
   <source>Both are asked the same here, and a picture goes to no server. Ask about it in a conversation with a model that sees.</source>
   <translation>Beide werden hier dasselbe gefragt, und ein Bild geht an keinen Server. Fragen Sie danach in einer Unterhaltung mit einem Modell, das sieht.</translation>
  </message>
  <message>
   <source>Compare</source>
   <translation>Vergleichen</translation>
  </message>
  <message>
   <source>Compare…</source>
   <translation>Vergleichen …</translation>
  </message>
  <message>
   <source>Delete this comparison</source>
   <translation>Diesen Vergleich löschen</translation>
  </message>
  <message>
   <source>Earlier comparisons</source>
   <translation>Frühere Vergleiche</translation>
  </message>
  <message>
   <source>Energy here is estimated: the time it took at the watts that Settings has, or at 8 W and 6 W for each thread, and 120 W more where a graphics card computes. What a server takes nobody tells.</source>
   <translation>Die Energie hier ist geschätzt: die gebrauchte Zeit bei den Watt aus den Einstellungen, sonst bei 8 W und 6 W für jeden Thread, und 120 W mehr, wo eine Grafikkarte rechnet. Was ein Server braucht, sagt niemand.</translation>
  </message>
  <message>
   <source>No server is named yet. Name one under Servers to compare with it.</source>
   <translation>Noch ist kein Server benannt. Benennen Sie unter „Server“ einen, um mit ihm zu vergleichen.</translation>
  </message>
  <message>
   <source>On this computer: {model}</source>
   <translation>Auf diesem Computer: {model}</translation>
  </message>
  <message>
   <source>Servers…</source>
   <translation>Server …</translation>
  </message>
  <message>
   <source>Stop both</source>
   <translation>Beide anhalten</translation>
  </message>
  <message>
   <source>The question for both</source>
   <translation>Die Frage an beide</translation>
  </message>
  <message>
   <source>The server to compare with</source>
   <translation>Der Server zum Vergleichen</translation>
  </message>
  <message>
   <source>There are no votes yet.</source>
   <translation>Noch gibt es keine Stimmen.</translation>
  </message>
  <message>
   <source>There is no model on this computer yet. The Models page gets one.</source>
   <translation>Auf diesem Computer ist noch kein Modell. Auf der Seite „Modelle“ bekommen Sie eines.</translation>
  </message>
  <message>
   <source>What your votes come to</source>
   <translation>Was Ihre Stimmen ergeben</translation>
  </message>
  <message>
   <source>Which answer helps you more?</source>
   <translation>Welche Antwort hilft Ihnen mehr?</translation>
  </message>
  <message>
   <source>Who wrote which answer, and how it went, is told after your vote.</source>
   <translation>Wer welche Antwort schrieb und wie es lief, wird nach Ihrer Stimme gesagt.</translation>
  </message>
  <message>
   <source>Without both answers there is nothing to judge.</source>
   <translation>Ohne beide Antworten gibt es nichts zu beurteilen.</translation>
  </message>
  <message>
   <source>Your vote: {vote}</source>
   <translation>Ihre Stimme: {vote}</translation>
  </message>
 </context>
 <context>
  <name>Composer</name>
  <message>
   <source>Add files to this conversation…</source>
   <translation>Dateien zu dieser Unterhaltung hinzufügen …</translation>
  </message>
  <message>
   <source>Ask, type / for saved prompts, or drop files here…</source>
   <translation>Fragen Sie, tippen Sie / für gespeicherte Prompts oder legen Sie Dateien hier ab …</translation>
  </message>
  <message>
   <source>Choose a model</source>
   <translation>Modell wählen</translation>
  </message>
  <message>
   <source>How far the model is loaded</source>
   <translation>Wie weit das Modell geladen ist</translation>
  </message>
  <message>
   <source>Model: {name}. Choose another.</source>
   <translation>Modell: {name}. Ein anderes wählen.</translation>
  </message>
  <message>
   <source>Nothing in this conversation can leave this computer</source>
   <translation>Nichts in dieser Unterhaltung kann diesen Computer verlassen</translation>
  </message>
  <message>
   <source>Only what you have agreed to leaves this computer</source>
   <translation>Nur was Sie erlaubt haben, verlässt diesen Computer</translation>
  </message>
  <message>
   <source>Send (Ctrl+Enter)</source>
   <translation>Senden (Strg+Eingabe)</translation>
  </message>
  <message>
   <source>Send (Enter)</source>
   <translation>Senden (Eingabe)</translation>
  </message>
  <message>
   <source>Stop the answer (Esc)</source>
   <translation>Antwort anhalten (Esc)</translation>
  </message>
  <message>
   <source>What you send here goes to {name} ({host}). Other conversations stay on this computer.</source>
   <translation>Was Sie hier senden, geht an {name} ({host}). Andere Unterhaltungen bleiben auf diesem Computer.</translation>
  </message>
  <message>
   <source>Your question</source>
   <translation>Ihre Frage</translation>
  </message>
 </context>
 <context>
  <name>ConfirmSheet</name>
  <message>
   <source>Keep it</source>
   <translation>Behalten</translation>
  </message>
 </context>
 <context>
  <name>ConsentSheet</name>
  <message numerus="yes">
   <source>%Ln earlier message(s) stay here.</source>
   <translation>
    <numerusform>%Ln frühere Nachricht bleibt hier.</numerusform>
    <numerusform>%Ln frühere Nachrichten bleiben hier.</numerusform>
   </translation>
  </message>
  <message>
   <source>An answer made from a file goes only if that file may go, too.</source>
   <translation>Eine Antwort aus einer Datei geht nur mit, wenn auch diese Datei gehen darf.</translation>
  </message>
  <message>
   <source>Ask me before every message</source>
   <translation>Vor jeder Nachricht fragen</translation>
  </message>
  <message>
   <source>Edit before sending</source>
   <translation>Vor dem Senden ändern</translation>
  </message>
  <message>
   <source>If you allow it, messages of this conversation (“{title}”) go to {whose}, {way}, until you switch it off. No other conversation is affected.</source>
   <translation>Wenn Sie es erlauben, gehen Nachrichten dieser Unterhaltung („{title}“) an {whose}, {way}, bis Sie es ausschalten. Keine andere Unterhaltung ist betroffen.</translation>
  </message>
  <message>
   <source>If you allow it, this one question goes to {whose}, {way}, once. Nothing of any conversation goes with it.</source>
   <translation>Wenn Sie es erlauben, geht diese eine Frage einmal an {whose}, {way}. Von keiner Unterhaltung geht etwas mit.</translation>
  </message>
  <message>
   <source>Include earlier answers from this computer</source>
   <translation>Frühere Antworten dieses Computers mitsenden</translation>
  </message>
  <message>
   <source>Include passages from your files</source>
   <translation>Passagen aus Ihren Dateien mitsenden</translation>
  </message>
  <message>
   <source>Include the instructions of this conversation</source>
   <translation>Die Anweisungen dieser Unterhaltung mitsenden</translation>
  </message>
  <message>
   <source>Include what you wrote earlier</source>
   <translation>Mitsenden, was Sie früher geschrieben haben</translation>
  </message>
  <message>
   <source>Keep it local</source>
   <translation>Hier behalten</translation>
  </message>
  <message>
   <source>Off: answers from the cloud won't see your library.</source>
   <translation>Aus: Antworten aus der Cloud sehen Ihre Bibliothek nicht.</translation>
  </message>
  <message>
   <source>Off: only what you type from now on goes.</source>
   <translation>Aus: Nur was Sie von jetzt an tippen, geht mit.</translation>
  </message>
  <message>
   <source>Off: they stay here.</source>
   <translation>Aus: Sie bleiben hier.</translation>
  </message>
  <message>
   <source>Send nothing</source>
   <translation>Nichts senden</translation>
  </message>
  <message>
   <source>Send this to {name}?</source>
   <translation>Das an {name} senden?</translation>
  </message>
  <message>
   <source>Send to {name}</source>
   <translation>An {name} senden</translation>
  </message>
  <message>
   <source>You are asked again because a kind of text would go that you haven't agreed to yet.</source>
   <translation>Sie werden erneut gefragt, weil eine Art von Text gehen würde, die Sie noch nicht erlaubt haben.</translation>
  </message>
  <message>
   <source>You are asked again because this is more than twice what you agreed to.</source>
   <translation>Sie werden erneut gefragt, weil dies mehr als das Doppelte dessen ist, was Sie erlaubt haben.</translation>
  </message>
  <message>
   <source>You are asked because an answer that broke off goes back to be continued, with its question and all that it needs.</source>
   <translation>Sie werden gefragt, weil eine abgebrochene Antwort zurückgeht, um fortgesetzt zu werden, mit ihrer Frage und allem, was sie braucht.</translation>
  </message>
  <message>
   <source>over TLS</source>
   <translation>verschlüsselt mit TLS</translation>
  </message>
  <message>
   <source>without leaving this computer</source>
   <translation>ohne diesen Computer zu verlassen</translation>
  </message>
  <message>
   <source>your own server {host}</source>
   <translation>Ihren eigenen Server {host}</translation>
  </message>
  <message>
   <source>{host}, a server that isn't yours</source>
   <translation>{host}, einen fremden Server</translation>
  </message>
 </context>
 <context>
  <name>ContextMeter</name>
  <message numerus="yes">
   <source>%Ln earlier message(s) left out</source>
   <translation>
    <numerusform>%Ln frühere Nachricht ausgelassen</numerusform>
    <numerusform>%Ln frühere Nachrichten ausgelassen</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln passage(s) left out</source>
   <translation>
    <numerusform>%Ln Passage ausgelassen</numerusform>
    <numerusform>%Ln Passagen ausgelassen</numerusform>
   </translation>
  </message>
  <message>
   <source>Context {used} / {all}</source>
   <translation>Kontext {used} / {all}</translation>
  </message>
  <message>
   <source>Everything fits: the model will read the whole conversation.</source>
   <translation>Alles passt: Das Modell liest die ganze Unterhaltung.</translation>
  </message>
  <message>
   <source>How much of the context is taken</source>
   <translation>Wie viel vom Kontext belegt ist</translation>
  </message>
  <message>
   <source>These earlier messages have no room, and the model won't read them:</source>
   <translation>Diese früheren Nachrichten haben keinen Platz, das Modell liest sie nicht:</translation>
  </message>
  <message>
   <source>These passages of your files have no room:</source>
   <translation>Diese Passagen Ihrer Dateien haben keinen Platz:</translation>
  </message>
  <message>
   <source>Too long for this model</source>
   <translation>Zu lang für dieses Modell</translation>
  </message>
 </context>
 <context>
  <name>ConversationDelegate</name>
  <message>
   <source>Name of the folder</source>
   <translation>Name des Ordners</translation>
  </message>
  <message>
   <source>Title</source>
   <translation>Titel</translation>
  </message>
 </context>
 <context>
  <name>ConversationDesk</name>
  <message numerus="yes">
   <source>%Ln conversations are deleted.</source>
   <translation>
    <numerusform>%Ln Unterhaltung ist gelöscht.</numerusform>
    <numerusform>%Ln Unterhaltungen sind gelöscht.</numerusform>
   </translation>
  </message>
  <message>
   <source>It was too late: what was deleted is gone for good.</source>
   <translation>Es war zu spät: Was gelöscht war, ist endgültig weg.</translation>
  </message>
  <message>
   <source>Make the folder</source>
   <translation>Ordner anlegen</translation>
  </message>
  <message>
   <source>Name of the folder</source>
   <translation>Name des Ordners</translation>
  </message>
  <message>
   <source>New folder</source>
   <translation>Neuer Ordner</translation>
  </message>
  <message>
   <source>Rename this conversation</source>
   <translation>Diese Unterhaltung umbenennen</translation>
  </message>
  <message>
   <source>The conversation is back.</source>
   <translation>Die Unterhaltung ist wieder da.</translation>
  </message>
  <message>
   <source>The conversations are back.</source>
   <translation>Die Unterhaltungen sind wieder da.</translation>
  </message>
  <message>
   <source>The folder is gone; its conversations are listed by day.</source>
   <translation>Der Ordner ist weg; seine Unterhaltungen stehen jetzt nach Tagen.</translation>
  </message>
  <message>
   <source>Title</source>
   <translation>Titel</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>Rückgängig</translation>
  </message>
  <message>
   <source>{title} (copy)</source>
   <translation>{title} (Kopie)</translation>
  </message>
  <message>
   <source>“{title}” is deleted.</source>
   <translation>„{title}“ ist gelöscht.</translation>
  </message>
 </context>
 <context>
  <name>ConversationMenus</name>
  <message>
   <source>Delete</source>
   <translation>Löschen</translation>
  </message>
  <message numerus="yes">
   <source>Delete %Ln conversations</source>
   <translation>
    <numerusform>%Ln Unterhaltung löschen</numerusform>
    <numerusform>%Ln Unterhaltungen löschen</numerusform>
   </translation>
  </message>
  <message>
   <source>Duplicate</source>
   <translation>Duplizieren</translation>
  </message>
  <message>
   <source>Move to folder</source>
   <translation>In Ordner verschieben</translation>
  </message>
  <message>
   <source>New folder…</source>
   <translation>Neuer Ordner …</translation>
  </message>
  <message>
   <source>Out of the folder</source>
   <translation>Aus dem Ordner heraus</translation>
  </message>
  <message>
   <source>Pin</source>
   <translation>Anheften</translation>
  </message>
  <message>
   <source>Remove folder, keep its conversations</source>
   <translation>Ordner entfernen, Unterhaltungen behalten</translation>
  </message>
  <message>
   <source>Rename</source>
   <translation>Umbenennen</translation>
  </message>
  <message>
   <source>Rename folder</source>
   <translation>Ordner umbenennen</translation>
  </message>
  <message>
   <source>Unpin</source>
   <translation>Lösen</translation>
  </message>
 </context>
 <context>
  <name>ConversationModel</name>
  <message>
   <source>Folder {name}, closed, conversations: {count}</source>
   <translation>Ordner {name}, geschlossen, Unterhaltungen: {count}</translation>
  </message>
  <message>
   <source>Folder {name}, open, conversations: {count}</source>
   <translation>Ordner {name}, offen, Unterhaltungen: {count}</translation>
  </message>
  <message>
   <source>Found: {count}</source>
   <translation>Gefunden: {count}</translation>
  </message>
  <message>
   <source>Older</source>
   <translation>Älter</translation>
  </message>
  <message>
   <source>Pinned</source>
   <translation>Angeheftet</translation>
  </message>
  <message>
   <source>Temporary</source>
   <translation>Vorübergehend</translation>
  </message>
  <message>
   <source>This week</source>
   <translation>Diese Woche</translation>
  </message>
  <message>
   <source>Today</source>
   <translation>Heute</translation>
  </message>
  <message>
   <source>{row}, pinned</source>
   <translation>{row}, angeheftet</translation>
  </message>
  <message>
   <source>{title}, answered by a server</source>
   <translation>{title}, beantwortet von einem Server</translation>
  </message>
  <message>
   <source>{title}, stays on this computer</source>
   <translation>{title}, bleibt auf diesem Computer</translation>
  </message>
  <message>
   <source>{title}, temporary, nothing of it is kept</source>
   <translation>{title}, vorübergehend, nichts davon bleibt</translation>
  </message>
  <message>
   <source>{title}: answered by {name}</source>
   <translation>{title}: beantwortet von {name}</translation>
  </message>
  <message>
   <source>{title}: nothing of it is kept</source>
   <translation>{title}: nichts davon bleibt</translation>
  </message>
  <message>
   <source>{title}: stays on this computer</source>
   <translation>{title}: bleibt auf diesem Computer</translation>
  </message>
 </context>
 <context>
  <name>ConversationView</name>
  <message>
   <source>Conversations</source>
   <translation>Unterhaltungen</translation>
  </message>
 </context>
 <context>
  <name>DesktopDesk</name>
  <message>
   <source>A key that works in every program; your desktop asks you which.</source>
   <translation>Eine Taste, die in jedem Programm gilt; Ihr Desktop fragt Sie, welche.</translation>
  </message>
  <message>
   <source>An answer could not be finished.</source>
   <translation>Eine Antwort konnte nicht fertig werden.</translation>
  </message>
  <message>
   <source>An answer is ready.</source>
   <translation>Eine Antwort ist da.</translation>
  </message>
  <message>
   <source>Ask Hearth a quick question</source>
   <translation>Hearth eine schnelle Frage stellen</translation>
  </message>
  <message>
   <source>In every program: {keys}.</source>
   <translation>In jedem Programm: {keys}.</translation>
  </message>
  <message>
   <source>This desktop gives programs no such key. Choose one in its own keyboard settings that runs “hearth quick-ask”.</source>
   <translation>Dieser Desktop gibt Programmen keine solche Taste. Wählen Sie in seinen eigenen Tastatureinstellungen eine, die „hearth quick-ask“ ausführt.</translation>
  </message>
  <message>
   <source>This desktop has no tray at the moment. The icon appears when there is one.</source>
   <translation>Dieser Desktop hat zurzeit keinen Infobereich. Das Symbol erscheint, sobald es einen gibt.</translation>
  </message>
 </context>
 <context>
  <name>Details</name>
  <message>
   <source>%s s</source>
   <translation>%s s</translation>
  </message>
  <message>
   <source>%s tokens</source>
   <translation>%s Token</translation>
  </message>
  <message>
   <source>%s tokens a second</source>
   <translation>%s Token je Sekunde</translation>
  </message>
  <message>
   <source>Asked</source>
   <translation>Gefragt</translation>
  </message>
  <message>
   <source>Bytes sent</source>
   <translation>Gesendete Bytes</translation>
  </message>
  <message>
   <source>Context</source>
   <translation>Kontext</translation>
  </message>
  <message>
   <source>Copy as a report</source>
   <translation>Als Bericht kopieren</translation>
  </message>
  <message>
   <source>Cost</source>
   <translation>Kosten</translation>
  </message>
  <message>
   <source>Details of the answer</source>
   <translation>Einzelheiten der Antwort</translation>
  </message>
  <message>
   <source>Earlier messages left out</source>
   <translation>Ausgelassene frühere Nachrichten</translation>
  </message>
  <message>
   <source>Entry in the ledger</source>
   <translation>Eintrag im Protokoll</translation>
  </message>
  <message>
   <source>First word after</source>
   <translation>Erstes Wort nach</translation>
  </message>
  <message>
   <source>Model</source>
   <translation>Modell</translation>
  </message>
  <message>
   <source>Sampling</source>
   <translation>Auswahl der Wörter</translation>
  </message>
  <message>
   <source>Seed</source>
   <translation>Startwert</translation>
  </message>
  <message>
   <source>Server</source>
   <translation>Server</translation>
  </message>
  <message>
   <source>Speed</source>
   <translation>Geschwindigkeit</translation>
  </message>
  <message>
   <source>State</source>
   <translation>Zustand</translation>
  </message>
  <message>
   <source>There is no answer here yet.</source>
   <translation>Hier gibt es noch keine Antwort.</translation>
  </message>
  <message>
   <source>Time thinking</source>
   <translation>Zeit des Nachdenkens</translation>
  </message>
  <message>
   <source>Tokens in the answer</source>
   <translation>Token in der Antwort</translation>
  </message>
  <message>
   <source>Tokens in the prompt</source>
   <translation>Token im Prompt</translation>
  </message>
  <message>
   <source>Where</source>
   <translation>Wo</translation>
  </message>
  <message>
   <source>about {cost}</source>
   <translation>etwa {cost}</translation>
  </message>
  <message>
   <source>at most {count} tokens</source>
   <translation>höchstens {count} Token</translation>
  </message>
  <message>
   <source>complete</source>
   <translation>vollständig</translation>
  </message>
  <message>
   <source>failed</source>
   <translation>fehlgeschlagen</translation>
  </message>
  <message>
   <source>growing</source>
   <translation>entsteht gerade</translation>
  </message>
  <message>
   <source>interrupted</source>
   <translation>unterbrochen</translation>
  </message>
  <message>
   <source>not known</source>
   <translation>nicht bekannt</translation>
  </message>
  <message>
   <source>not known: nobody has typed a price</source>
   <translation>nicht bekannt: Niemand hat einen Preis eingetippt</translation>
  </message>
  <message>
   <source>of them guessed ahead</source>
   <translation>davon vorausgeraten</translation>
  </message>
  <message>
   <source>of them read before</source>
   <translation>davon schon gelesen</translation>
  </message>
  <message>
   <source>on this computer</source>
   <translation>auf diesem Computer</translation>
  </message>
  <message>
   <source>repetition {value} over {count} tokens</source>
   <translation>Wiederholung {value} über {count} Token</translation>
  </message>
  <message>
   <source>stopped</source>
   <translation>angehalten</translation>
  </message>
  <message>
   <source>temperature {value}</source>
   <translation>Temperatur {value}</translation>
  </message>
 </context>
 <context>
  <name>DocumentChoice</name>
  <message>
   <source>Let words of {name} go</source>
   <translation>Worte aus {name} mitsenden</translation>
  </message>
 </context>
 <context>
  <name>DownloadCard</name>
  <message numerus="yes">
   <source>%Ln hour(s) left</source>
   <translation>
    <numerusform>noch %Ln h</numerusform>
    <numerusform>noch %Ln h</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln minute(s) left</source>
   <translation>
    <numerusform>noch %Ln min</numerusform>
    <numerusform>noch %Ln min</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln second(s) left</source>
   <translation>
    <numerusform>noch %Ln Sekunde</numerusform>
    <numerusform>noch %Ln Sekunden</numerusform>
   </translation>
  </message>
  <message>
   <source>Asking {place} which files there are</source>
   <translation>Fragt {place}, welche Dateien es gibt</translation>
  </message>
  <message>
   <source>Cancel {name}</source>
   <translation>{name} abbrechen</translation>
  </message>
  <message>
   <source>Cancel…</source>
   <translation>Abbrechen …</translation>
  </message>
  <message>
   <source>Checking what is here</source>
   <translation>Prüft, was schon da ist</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>Fertig</translation>
  </message>
  <message>
   <source>From {place}; checked with SHA-256 at the end</source>
   <translation>Von {place}; am Ende mit SHA-256 geprüft</translation>
  </message>
  <message>
   <source>Go on</source>
   <translation>Weiter</translation>
  </message>
  <message>
   <source>Go on with {name}</source>
   <translation>Mit {name} weitermachen</translation>
  </message>
  <message>
   <source>How far {name} is</source>
   <translation>Wie weit {name} ist</translation>
  </message>
  <message>
   <source>Pause</source>
   <translation>Anhalten</translation>
  </message>
  <message>
   <source>Pause {name}</source>
   <translation>{name} anhalten</translation>
  </message>
  <message>
   <source>Paused; what has come is kept</source>
   <translation>Angehalten; was da ist, bleibt</translation>
  </message>
  <message>
   <source>Stopped; what has come is kept</source>
   <translation>Abgebrochen; was da ist, bleibt</translation>
  </message>
  <message>
   <source>Waits for another download</source>
   <translation>Wartet auf einen anderen Download</translation>
  </message>
  <message>
   <source>{done} of {total}</source>
   <translation>{done} von {total}</translation>
  </message>
  <message>
   <source>{size}/s</source>
   <translation>{size}/s</translation>
  </message>
 </context>
 <context>
  <name>DownloadDesk</name>
  <message numerus="yes">
   <source>%Ln more file(s) can't be used.</source>
   <translation>
    <numerusform>%Ln weitere Datei kann nicht benutzt werden.</numerusform>
    <numerusform>%Ln weitere Dateien können nicht benutzt werden.</numerusform>
   </translation>
  </message>
  <message>
   <source>Cancel the download</source>
   <translation>Download abbrechen</translation>
  </message>
  <message>
   <source>Cancel this download?</source>
   <translation>Diesen Download abbrechen?</translation>
  </message>
  <message>
   <source>No other program keeps models where they usually do. Import a GGUF file from its folder.</source>
   <translation>Kein anderes Programm hat Modelle dort, wo sie sonst liegen. Importieren Sie eine GGUF-Datei aus ihrem Ordner.</translation>
  </message>
  <message>
   <source>What has come of it is deleted. You can begin it again later.</source>
   <translation>Was davon da ist, wird gelöscht. Sie können später neu beginnen.</translation>
  </message>
  <message>
   <source>{name} is here, and sees pictures.</source>
   <translation>{name} ist da und sieht Bilder.</translation>
  </message>
  <message>
   <source>{name} is here.</source>
   <translation>{name} ist da.</translation>
  </message>
  <message>
   <source>{name} is here. Choose its folder on the Library page: {folder}</source>
   <translation>{name} ist da. Wählen Sie seinen Ordner auf der Bibliotheksseite: {folder}</translation>
  </message>
 </context>
 <context>
  <name>DownloadSheet</name>
  <message>
   <source>Download</source>
   <translation>Herunterladen</translation>
  </message>
  <message>
   <source>Download {name}?</source>
   <translation>{name} herunterladen?</translation>
  </message>
  <message>
   <source>Fetch nothing</source>
   <translation>Nichts holen</translation>
  </message>
  <message>
   <source>Free on this disk: {size}. Checked before anything is fetched.</source>
   <translation>Frei auf dieser Festplatte: {size}. Wird geprüft, bevor etwas geholt wird.</translation>
  </message>
  <message>
   <source>From: {place}, {what}</source>
   <translation>Von: {place}, {what}</translation>
  </message>
  <message>
   <source>Its projector comes along, with which it sees pictures.</source>
   <translation>Sein Projektor kommt mit; damit sieht es Bilder.</translation>
  </message>
  <message>
   <source>Its projector comes along, with which it sees pictures: about {size}.</source>
   <translation>Sein Projektor kommt mit; damit sieht es Bilder: etwa {size}.</translation>
  </message>
  <message>
   <source>Its size is told once the server says which files there are.</source>
   <translation>Seine Größe steht fest, sobald der Server sagt, welche Dateien es gibt.</translation>
  </message>
  <message>
   <source>Size: about {size}. Licence: {licence}.</source>
   <translation>Größe: etwa {size}. Lizenz: {licence}.</translation>
  </message>
  <message>
   <source>What leaves: requests for these files. That server, and its own hosts that hand files out, see this computer's address and which model it is. No word of yours and no key goes along, and every request is in the ledger.</source>
   <translation>Was hinausgeht: Anfragen nach diesen Dateien. Dieser Server und seine eigenen Rechner, die Dateien ausgeben, sehen die Adresse dieses Computers und welches Modell es ist. Kein Wort von Ihnen und kein Schlüssel geht mit, und jede Anfrage steht im Protokoll.</translation>
  </message>
  <message>
   <source>With its projector (mmproj), to see pictures</source>
   <translation>Mit Projektor (mmproj), um Bilder zu sehen</translation>
  </message>
 </context>
 <context>
  <name>EmbedderRow</name>
  <message>
   <source>A folder with a model of sentence-transformers. Every file is read by it once more, while the one before still answers.</source>
   <translation>Ein Ordner mit einem Modell von sentence-transformers. Jede Datei wird damit noch einmal gelesen, während das vorige noch antwortet.</translation>
  </message>
  <message>
   <source>Choose another embedder…</source>
   <translation>Einen anderen Einbetter wählen …</translation>
  </message>
  <message>
   <source>Choose another…</source>
   <translation>Anderen wählen …</translation>
  </message>
  <message>
   <source>Found by meaning with {name}</source>
   <translation>Nach Bedeutung gefunden mit {name}</translation>
  </message>
  <message>
   <source>There is no embedder, so files are found by their words only.</source>
   <translation>Es gibt keinen Einbetter, darum werden Dateien nur nach ihren Wörtern gefunden.</translation>
  </message>
  <message>
   <source>Use the packaged one</source>
   <translation>Mitgelieferten nutzen</translation>
  </message>
 </context>
 <context>
  <name>EmptyPage</name>
  <message>
   <source>Ask anything. It is answered on this computer, by the model you chose.</source>
   <translation>Fragen Sie, was Sie wollen. Geantwortet wird auf diesem Computer, vom Modell Ihrer Wahl.</translation>
  </message>
  <message>
   <source>Ask anything. {name} answers, once you have seen what would leave.</source>
   <translation>Fragen Sie etwas. {name} antwortet, sobald Sie gesehen haben, was gesendet würde.</translation>
  </message>
  <message>
   <source>Nothing of this conversation is kept: it stays in memory, and is gone when Hearth locks or closes.</source>
   <translation>Von dieser Unterhaltung bleibt nichts: Sie liegt nur im Arbeitsspeicher und ist weg, wenn Hearth gesperrt oder beendet wird.</translation>
  </message>
  <message>
   <source>Or try a question about the files in “{name}”:</source>
   <translation>Oder versuchen Sie eine Frage zu den Dateien in „{name}“:</translation>
  </message>
  <message>
   <source>Or try one of these:</source>
   <translation>Oder versuchen Sie eine hiervon:</translation>
  </message>
  <message>
   <source>The files in “{name}” are being read…</source>
   <translation>Die Dateien in „{name}“ werden gelesen …</translation>
  </message>
 </context>
 <context>
  <name>EntrySheet</name>
  <message>
   <source>Allowed by: {who}</source>
   <translation>Erlaubt von: {who}</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Schließen</translation>
  </message>
  <message>
   <source>Copy the bytes</source>
   <translation>Die Bytes kopieren</translation>
  </message>
  <message>
   <source>From your files: {size}</source>
   <translation>Aus Ihren Dateien: {size}</translation>
  </message>
  <message>
   <source>How it ended: {how}</source>
   <translation>Wie es endete: {how}</translation>
  </message>
  <message numerus="yes">
   <source>Its %Ln byte(s), exactly as they were sent:</source>
   <translation>
    <numerusform>Sein %Ln Byte, genau wie es gesendet wurde:</numerusform>
    <numerusform>Seine %Ln Bytes, genau wie sie gesendet wurden:</numerusform>
   </translation>
  </message>
  <message>
   <source>Model: {name}</source>
   <translation>Modell: {name}</translation>
  </message>
  <message>
   <source>Only the beginning is shown; “Copy the bytes” takes them all.</source>
   <translation>Nur der Anfang wird gezeigt; „Die Bytes kopieren“ nimmt sie alle.</translation>
  </message>
  <message>
   <source>Sent: {sent}, received: {received}</source>
   <translation>Gesendet: {sent}, empfangen: {received}</translation>
  </message>
  <message>
   <source>Sum of the bytes (SHA-256): {sum}</source>
   <translation>Prüfsumme der Bytes (SHA-256): {sum}</translation>
  </message>
  <message>
   <source>The bytes are being read…</source>
   <translation>Die Bytes werden gelesen …</translation>
  </message>
  <message>
   <source>The exact bytes that were sent</source>
   <translation>Die genauen Bytes, die gesendet wurden</translation>
  </message>
  <message>
   <source>There were no words in it, or they are forgotten. The row and its sum stay.</source>
   <translation>Es enthielt keine Worte, oder sie sind vergessen. Die Zeile und ihre Prüfsumme bleiben.</translation>
  </message>
  <message>
   <source>To: {server}</source>
   <translation>An: {server}</translation>
  </message>
  <message>
   <source>What left this computer</source>
   <translation>Was diesen Computer verlassen hat</translation>
  </message>
  <message>
   <source>Why: {why}</source>
   <translation>Wozu: {why}</translation>
  </message>
  <message>
   <source>{when}, entry {number}</source>
   <translation>{when}, Eintrag {number}</translation>
  </message>
 </context>
 <context>
  <name>FileOpening</name>
  <message>
   <source>The file is no longer there: it was moved, renamed or deleted.</source>
   <translation>Die Datei ist nicht mehr da: Sie wurde verschoben, umbenannt oder gelöscht.</translation>
  </message>
  <message>
   <source>This file could run as a program, so it isn't opened. Its folder is shown instead.</source>
   <translation>Diese Datei könnte als Programm laufen, darum wird sie nicht geöffnet. Stattdessen wird ihr Ordner gezeigt.</translation>
  </message>
  <message>
   <source>Your desktop didn't open it: no program that opens files for others answered. Open the file from your file manager.</source>
   <translation>Ihre Arbeitsumgebung hat sie nicht geöffnet: Kein Programm, das Dateien für andere öffnet, hat geantwortet. Öffnen Sie die Datei in Ihrer Dateiverwaltung.</translation>
  </message>
 </context>
 <context>
  <name>FilePasswordSheet</name>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>Keep the password, encrypted, for when the file changes</source>
   <translation>Das Passwort verschlüsselt aufbewahren, für den Fall, dass sich die Datei ändert</translation>
  </message>
  <message>
   <source>Otherwise it stays in memory only, until Hearth ends. It goes with the file's library.</source>
   <translation>Sonst bleibt es nur im Arbeitsspeicher, bis Hearth endet. Es geht mit der Bibliothek der Datei.</translation>
  </message>
  <message>
   <source>Password of the file</source>
   <translation>Passwort der Datei</translation>
  </message>
  <message>
   <source>Unlock</source>
   <translation>Entsperren</translation>
  </message>
  <message>
   <source>Unlock {name}</source>
   <translation>{name} entsperren</translation>
  </message>
 </context>
 <context>
  <name>FindField</name>
  <message>
   <source>Find</source>
   <translation>Suchen</translation>
  </message>
  <message>
   <source>Found by meaning alone.</source>
   <translation>Allein nach der Bedeutung gefunden.</translation>
  </message>
  <message>
   <source>Found by words alone.</source>
   <translation>Allein nach den Wörtern gefunden.</translation>
  </message>
  <message>
   <source>Found by words and meaning together.</source>
   <translation>Nach Wörtern und Bedeutung gefunden.</translation>
  </message>
  <message>
   <source>Nothing was found in the files that the filters leave. Reset them, or use other words.</source>
   <translation>In den Dateien, die die Filter übrig lassen, wurde nichts gefunden. Setzen Sie die Filter zurück, oder nehmen Sie andere Wörter.</translation>
  </message>
  <message>
   <source>Nothing was found. Other words may help, or the files are still being read.</source>
   <translation>Nichts gefunden. Andere Wörter helfen vielleicht, oder die Dateien werden noch gelesen.</translation>
  </message>
  <message>
   <source>Would it find this?</source>
   <translation>Würde das gefunden?</translation>
  </message>
  <message>
   <source>{percent} % of the passages can be found by meaning.</source>
   <translation>{percent} % der Passagen können nach der Bedeutung gefunden werden.</translation>
  </message>
 </context>
 <context>
  <name>FirstModel</name>
  <message numerus="yes">
   <source>%Ln core(s)</source>
   <translation>
    <numerusform>%Ln Kern</numerusform>
    <numerusform>%Ln Kerne</numerusform>
   </translation>
  </message>
  <message>
   <source>1 · Choose a model</source>
   <translation>1 · Modell wählen</translation>
  </message>
  <message>
   <source>Choose another</source>
   <translation>Ein anderes wählen</translation>
  </message>
  <message>
   <source>Download</source>
   <translation>Herunterladen</translation>
  </message>
  <message>
   <source>Download {name} · {size}</source>
   <translation>{name} herunterladen · {size}</translation>
  </message>
  <message>
   <source>From {place}. Licence: {licence}. Free on this disk: {size}. That server, and its own hosts that hand files out, see this computer's address and which model it is; no word of yours and no key goes along, and every request is in the ledger.</source>
   <translation>Von {place}. Lizenz: {licence}. Frei auf dieser Festplatte: {size}. Dieser Server und seine eigenen Rechner, die Dateien ausgeben, sehen die Adresse dieses Computers und welches Modell es ist; kein Wort von Ihnen und kein Schlüssel geht mit, und jede Anfrage steht im Protokoll.</translation>
  </message>
  <message>
   <source>I have a GGUF file</source>
   <translation>Ich habe eine GGUF-Datei</translation>
  </message>
  <message>
   <source>Looking which model suits this computer…</source>
   <translation>Es wird nachgesehen, welches Modell zu diesem Computer passt …</translation>
  </message>
  <message>
   <source>None of the models that Hearth knows fits: a model may have {size} here. A server of your own can answer instead.</source>
   <translation>Keines der Modelle, die Hearth kennt, passt: Ein Modell darf hier {size} haben. Stattdessen kann ein eigener Server antworten.</translation>
  </message>
  <message>
   <source>Picked for this computer: {computer}.</source>
   <translation>Für diesen Computer ausgesucht: {computer}.</translation>
  </message>
  <message numerus="yes">
   <source>Use models I already have (%Ln found)</source>
   <translation>
    <numerusform>Modelle nutzen, die ich schon habe (%Ln gefunden)</numerusform>
    <numerusform>Modelle nutzen, die ich schon habe (%Ln gefunden)</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Use models I already have ({program}, %Ln found)</source>
   <translation>
    <numerusform>Modelle nutzen, die ich schon habe ({program}, %Ln gefunden)</numerusform>
    <numerusform>Modelle nutzen, die ich schon habe ({program}, %Ln gefunden)</numerusform>
   </translation>
  </message>
  <message>
   <source>fits</source>
   <translation>passt</translation>
  </message>
  <message>
   <source>fits on GPU</source>
   <translation>passt auf die GPU</translation>
  </message>
  <message>
   <source>tight</source>
   <translation>knapp</translation>
  </message>
 </context>
 <context>
  <name>FoundCard</name>
  <message>
   <source>Use in place</source>
   <translation>Dort verwenden</translation>
  </message>
  <message>
   <source>Use {name} in place</source>
   <translation>{name} dort verwenden, wo es liegt</translation>
  </message>
  <message>
   <source>kept by {program}; nothing is copied</source>
   <translation>liegt bei {program}; nichts wird kopiert</translation>
  </message>
  <message>
   <source>sees pictures</source>
   <translation>sieht Bilder</translation>
  </message>
 </context>
 <context>
  <name>Grip</name>
  <message>
   <source>Left and right arrow keys change it.</source>
   <translation>Pfeil links und Pfeil rechts ändern sie.</translation>
  </message>
  <message>
   <source>Width of the side panel</source>
   <translation>Breite der Seitenleiste</translation>
  </message>
 </context>
 <context>
  <name>GroundedSources</name>
  <message>
   <source>Sources</source>
   <translation>Quellen</translation>
  </message>
 </context>
 <context>
  <name>GroupBox</name>
  <message>
   <source>Reset</source>
   <translation>Zurücksetzen</translation>
  </message>
  <message>
   <source>Reset “{group}”</source>
   <translation>„{group}“ zurücksetzen</translation>
  </message>
 </context>
 <context>
  <name>Guide</name>
  <message>
   <source>Conversation</source>
   <translation>Unterhaltung</translation>
  </message>
  <message>
   <source>Help</source>
   <translation>Hilfe</translation>
  </message>
  <message>
   <source>Message</source>
   <translation>Nachricht</translation>
  </message>
 </context>
 <context>
  <name>Header</name>
  <message>
   <source>Local only</source>
   <translation>Nur lokal</translation>
  </message>
  <message>
   <source>Local only: nothing in this conversation can leave this computer</source>
   <translation>Nur lokal: Nichts in dieser Unterhaltung kann diesen Computer verlassen</translation>
  </message>
  <message>
   <source>Show or hide the list of conversations</source>
   <translation>Liste der Unterhaltungen ein- oder ausblenden</translation>
  </message>
  <message>
   <source>Show or hide the side panel</source>
   <translation>Seitenleiste ein- oder ausblenden</translation>
  </message>
  <message>
   <source>Temporary</source>
   <translation>Vorübergehend</translation>
  </message>
  <message>
   <source>Temporary: nothing of this conversation is kept</source>
   <translation>Vorübergehend: Von dieser Unterhaltung bleibt nichts</translation>
  </message>
  <message>
   <source>What you can do with this conversation</source>
   <translation>Was Sie mit dieser Unterhaltung tun können</translation>
  </message>
  <message>
   <source>{name}: what you send in this conversation leaves this computer</source>
   <translation>{name}: Was Sie in dieser Unterhaltung senden, verlässt diesen Computer</translation>
  </message>
 </context>
 <context>
  <name>HelpSheet</name>
  <message>
   <source>About Hearth</source>
   <translation>Über Hearth</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Schließen</translation>
  </message>
  <message>
   <source>Help</source>
   <translation>Hilfe</translation>
  </message>
  <message>
   <source>Keyboard shortcuts</source>
   <translation>Tastenkürzel</translation>
  </message>
  <message>
   <source>Nothing fits. Try fewer or other words.</source>
   <translation>Nichts passt. Versuchen Sie weniger oder andere Wörter.</translation>
  </message>
  <message>
   <source>Pages of the help</source>
   <translation>Seiten der Hilfe</translation>
  </message>
  <message>
   <source>Search help</source>
   <translation>Hilfe durchsuchen</translation>
  </message>
  <message>
   <source>These pages are in English.</source>
   <translation>Diese Seiten sind auf Englisch.</translation>
  </message>
 </context>
 <context>
  <name>HitCard</name>
  <message>
   <source>keyword {keyword} · meaning {meaning}</source>
   <translation>Wörter {keyword} · Bedeutung {meaning}</translation>
  </message>
  <message>
   <source>page {page}</source>
   <translation>Seite {page}</translation>
  </message>
 </context>
 <context>
  <name>ImportDesk</name>
  <message numerus="yes">
   <source>%Ln comparison(s) had been there before and stayed as they are.</source>
   <translation>
    <numerusform>%Ln Vergleich war schon vorher da und blieb, wie er ist.</numerusform>
    <numerusform>%Ln Vergleiche waren schon vorher da und blieben, wie sie sind.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln comparison(s), with their votes, are on the Compare page.</source>
   <translation>
    <numerusform>%Ln Vergleich mit seiner Stimme steht auf der Vergleichsseite.</numerusform>
    <numerusform>%Ln Vergleiche mit ihren Stimmen stehen auf der Vergleichsseite.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln conversation(s) had been taken in before and stayed as they are.</source>
   <translation>
    <numerusform>%Ln Unterhaltung war schon übernommen und bleibt, wie sie ist.</numerusform>
    <numerusform>%Ln Unterhaltungen waren schon übernommen und bleiben, wie sie sind.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln more file(s) could not be read.</source>
   <translation>
    <numerusform>%Ln weitere Datei konnte nicht gelesen werden.</numerusform>
    <numerusform>%Ln weitere Dateien konnten nicht gelesen werden.</numerusform>
   </translation>
  </message>
  <message>
   <source>All files</source>
   <translation>Alle Dateien</translation>
  </message>
  <message>
   <source>Conversations taken in</source>
   <translation>Unterhaltungen übernommen</translation>
  </message>
  <message>
   <source>Exported conversations</source>
   <translation>Exportierte Unterhaltungen</translation>
  </message>
  <message numerus="yes">
   <source>From {programs}: %Ln conversation(s).</source>
   <translation>
    <numerusform>Aus {programs}: %Ln Unterhaltung.</numerusform>
    <numerusform>Aus {programs}: %Ln Unterhaltungen.</numerusform>
   </translation>
  </message>
  <message>
   <source>Import conversations</source>
   <translation>Unterhaltungen importieren</translation>
  </message>
  <message>
   <source>Left behind: {kinds}</source>
   <translation>Zurückgelassen: {kinds}</translation>
  </message>
  <message>
   <source>Nothing was taken in</source>
   <translation>Nichts wurde übernommen</translation>
  </message>
  <message>
   <source>Reading: file {done} of {total}</source>
   <translation>Gelesen wird: Datei {done} von {total}</translation>
  </message>
  <message>
   <source>Reading…</source>
   <translation>Wird gelesen …</translation>
  </message>
  <message>
   <source>The import was stopped, and nothing was taken in.</source>
   <translation>Der Import wurde angehalten, und nichts wurde übernommen.</translation>
  </message>
  <message>
   <source>They are in a folder of the list, and local: nothing in them may leave.</source>
   <translation>Sie sind in einem Ordner der Liste und lokal: Nichts darin darf hinaus.</translation>
  </message>
 </context>
 <context>
  <name>InstructionsSheet</name>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>Instructions for this conversation</source>
   <translation>Anweisungen für diese Unterhaltung</translation>
  </message>
  <message>
   <source>The model reads this before every question of this conversation. Leave it empty for none.</source>
   <translation>Das Modell liest dies vor jeder Frage dieser Unterhaltung. Für keine leer lassen.</translation>
  </message>
  <message>
   <source>Use from now on</source>
   <translation>Ab jetzt verwenden</translation>
  </message>
 </context>
 <context>
  <name>Ledger</name>
  <message>
   <source>A comparison</source>
   <translation>Ein Vergleich</translation>
  </message>
  <message>
   <source>A conversation that is deleted</source>
   <translation>Eine gelöschte Unterhaltung</translation>
  </message>
  <message>
   <source>A single question</source>
   <translation>Eine einzelne Frage</translation>
  </message>
  <message>
   <source>Allowed by</source>
   <translation>Erlaubt von</translation>
  </message>
  <message>
   <source>Answered</source>
   <translation>Beantwortet</translation>
  </message>
  <message>
   <source>Broken off</source>
   <translation>Abgebrochen</translation>
  </message>
  <message>
   <source>Connection test</source>
   <translation>Verbindungstest</translation>
  </message>
  <message>
   <source>Fetched</source>
   <translation>Geholt</translation>
  </message>
  <message>
   <source>How it ended</source>
   <translation>Ausgang</translation>
  </message>
  <message>
   <source>List of models</source>
   <translation>Liste der Modelle</translation>
  </message>
  <message>
   <source>Model download</source>
   <translation>Download eines Modells</translation>
  </message>
  <message>
   <source>Not sent</source>
   <translation>Nicht gesendet</translation>
  </message>
  <message>
   <source>Received</source>
   <translation>Empfangen</translation>
  </message>
  <message>
   <source>Sent</source>
   <translation>Gesendet</translation>
  </message>
  <message>
   <source>Stopped by you</source>
   <translation>Von Ihnen angehalten</translation>
  </message>
  <message>
   <source>To</source>
   <translation>An</translation>
  </message>
  <message>
   <source>Today {time}</source>
   <translation>Heute {time}</translation>
  </message>
  <message>
   <source>Under way</source>
   <translation>Unterwegs</translation>
  </message>
  <message>
   <source>Unknown: Hearth had ended</source>
   <translation>Unbekannt: Hearth war beendet</translation>
  </message>
  <message>
   <source>When</source>
   <translation>Wann</translation>
  </message>
  <message>
   <source>Why</source>
   <translation>Wozu</translation>
  </message>
  <message>
   <source>Yesterday {time}</source>
   <translation>Gestern {time}</translation>
  </message>
  <message>
   <source>You, after a look</source>
   <translation>Ihnen, nach Ansicht</translation>
  </message>
  <message>
   <source>You, at the terminal</source>
   <translation>Ihnen, am Terminal</translation>
  </message>
  <message>
   <source>You, by command</source>
   <translation>Ihnen, per Befehl</translation>
  </message>
  <message>
   <source>You, for this conversation</source>
   <translation>Ihnen, für diese Unterhaltung</translation>
  </message>
  <message>
   <source>You, in Settings</source>
   <translation>Ihnen, in den Einstellungen</translation>
  </message>
  <message>
   <source>You, on the first page</source>
   <translation>Ihnen, auf der ersten Seite</translation>
  </message>
  <message>
   <source>view ›</source>
   <translation>ansehen ›</translation>
  </message>
 </context>
 <context>
  <name>LedgerDesk</name>
  <message numerus="yes">
   <source>%Ln row(s) exported. What lies there is not encrypted.</source>
   <translation>
    <numerusform>%Ln Zeile exportiert. Was dort liegt, ist nicht verschlüsselt.</numerusform>
    <numerusform>%Ln Zeilen exportiert. Was dort liegt, ist nicht verschlüsselt.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln row(s) hold together: nothing was changed, added or taken out.</source>
   <translation>
    <numerusform>%Ln Zeile ist unversehrt: Nichts wurde geändert, hinzugefügt oder entfernt.</numerusform>
    <numerusform>%Ln Zeilen sind unversehrt: Nichts wurde geändert, hinzugefügt oder entfernt.</numerusform>
   </translation>
  </message>
  <message>
   <source>All connections are blocked.</source>
   <translation>Alle Verbindungen sind gesperrt.</translation>
  </message>
  <message>
   <source>Checking…</source>
   <translation>Wird geprüft …</translation>
  </message>
  <message>
   <source>Connections can be allowed again.</source>
   <translation>Verbindungen können wieder erlaubt werden.</translation>
  </message>
  <message>
   <source>Export the ledger</source>
   <translation>Protokoll exportieren</translation>
  </message>
  <message>
   <source>The chain of all rows holds.</source>
   <translation>Die Kette aller Zeilen hält.</translation>
  </message>
 </context>
 <context>
  <name>LedgerPage</name>
  <message numerus="yes">
   <source>%Ln request(s), each allowed by you</source>
   <translation>
    <numerusform>%Ln Anfrage, von Ihnen erlaubt</numerusform>
    <numerusform>%Ln Anfragen, jede von Ihnen erlaubt</numerusform>
   </translation>
  </message>
  <message>
   <source>All connections are blocked until you allow them again. Nothing can be sent or fetched.</source>
   <translation>Alle Verbindungen sind gesperrt, bis Sie sie wieder zulassen. Nichts kann gesendet oder geholt werden.</translation>
  </message>
  <message>
   <source>Allow connections again</source>
   <translation>Verbindungen wieder zulassen</translation>
  </message>
  <message>
   <source>Block all connections</source>
   <translation>Alle Verbindungen sperren</translation>
  </message>
  <message>
   <source>Check every byte</source>
   <translation>Jedes Byte prüfen</translation>
  </message>
  <message>
   <source>Check the chain and every byte that is kept</source>
   <translation>Die Kette und jedes aufbewahrte Byte prüfen</translation>
  </message>
  <message>
   <source>Every connection Hearth has made. Each row is chained to the one before, so a missing or altered row shows.</source>
   <translation>Jede Verbindung, die Hearth hergestellt hat. Jede Zeile ist mit der vorigen verkettet, sodass eine fehlende oder geänderte auffällt.</translation>
  </message>
  <message>
   <source>Export the ledger as JSON</source>
   <translation>Das Protokoll als JSON exportieren</translation>
  </message>
  <message>
   <source>Export…</source>
   <translation>Exportieren …</translation>
  </message>
  <message>
   <source>Filter by server, conversation, day…</source>
   <translation>Nach Server, Unterhaltung, Tag filtern …</translation>
  </message>
  <message>
   <source>Filter the rows</source>
   <translation>Die Zeilen filtern</translation>
  </message>
  <message>
   <source>From your files</source>
   <translation>Aus Ihren Dateien</translation>
  </message>
  <message>
   <source>Hearth has no code for either.</source>
   <translation>Für beides hat Hearth keinen Code.</translation>
  </message>
  <message>
   <source>Ledger</source>
   <translation>Protokoll</translation>
  </message>
  <message>
   <source>Model downloads</source>
   <translation>Heruntergeladene Modelle</translation>
  </message>
  <message>
   <source>No row holds these words. Try fewer letters.</source>
   <translation>Keine Zeile enthält diese Worte. Versuchen Sie es mit weniger Buchstaben.</translation>
  </message>
  <message>
   <source>Nothing has ever left this computer. Should you ever ask a server or fetch a model, each connection gets a row here before its first byte goes.</source>
   <translation>Noch nie hat etwas diesen Computer verlassen. Sollten Sie je einen Server fragen oder ein Modell holen, bekommt jede Verbindung hier eine Zeile, bevor ihr erstes Byte geht.</translation>
  </message>
  <message>
   <source>Sent to servers</source>
   <translation>An Server gesendet</translation>
  </message>
  <message>
   <source>Telemetry, update checks</source>
   <translation>Telemetrie, Suche nach Updates</translation>
  </message>
  <message>
   <source>no model was ever fetched</source>
   <translation>nie wurde ein Modell geholt</translation>
  </message>
  <message>
   <source>no passage was ever sent</source>
   <translation>nie wurde eine Passage gesendet</translation>
  </message>
  <message>
   <source>no server was ever asked</source>
   <translation>nie wurde ein Server gefragt</translation>
  </message>
  <message>
   <source>none</source>
   <translation>keine</translation>
  </message>
  <message>
   <source>of passages that you allowed</source>
   <translation>aus Passagen, die Sie erlaubt haben</translation>
  </message>
  <message numerus="yes">
   <source>received, %Ln file(s)</source>
   <translation>
    <numerusform>empfangen, %Ln Datei</numerusform>
    <numerusform>empfangen, %Ln Dateien</numerusform>
   </translation>
  </message>
  <message>
   <source>what left this computer, ever</source>
   <translation>was je diesen Computer verließ</translation>
  </message>
 </context>
 <context>
  <name>LedgerTable</name>
  <message>
   <source>What has left this computer</source>
   <translation>Was diesen Computer verlassen hat</translation>
  </message>
 </context>
 <context>
  <name>LibraryCard</name>
  <message numerus="yes">
   <source>%Ln file(s)</source>
   <translation>
    <numerusform>%Ln Datei</numerusform>
    <numerusform>%Ln Dateien</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln file(s) need attention</source>
   <translation>
    <numerusform>%Ln Datei braucht Aufmerksamkeit</numerusform>
    <numerusform>%Ln Dateien brauchen Aufmerksamkeit</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln hour(s) left</source>
   <translation>
    <numerusform>noch %Ln h</numerusform>
    <numerusform>noch %Ln h</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln minute(s) left</source>
   <translation>
    <numerusform>noch %Ln min</numerusform>
    <numerusform>noch %Ln min</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln passage(s)</source>
   <translation>
    <numerusform>%Ln Passage</numerusform>
    <numerusform>%Ln Passagen</numerusform>
   </translation>
  </message>
  <message>
   <source>Add a folder to it…</source>
   <translation>Ordner hinzufügen …</translation>
  </message>
  <message>
   <source>Go on</source>
   <translation>Weiter</translation>
  </message>
  <message>
   <source>How far {name} is read</source>
   <translation>Wie weit {name} gelesen ist</translation>
  </message>
  <message>
   <source>Keyword search ready for what is read · meaning search {percent} %</source>
   <translation>Suche nach Wörtern bereit für das Gelesene · Suche nach Bedeutung {percent} %</translation>
  </message>
  <message>
   <source>Look for changes now</source>
   <translation>Jetzt nach Änderungen sehen</translation>
  </message>
  <message>
   <source>Pause</source>
   <translation>Anhalten</translation>
  </message>
  <message>
   <source>Remove…</source>
   <translation>Entfernen …</translation>
  </message>
  <message>
   <source>Settings…</source>
   <translation>Einstellungen …</translation>
  </message>
  <message>
   <source>What you can do with {name}</source>
   <translation>Was Sie mit {name} tun können</translation>
  </message>
  <message>
   <source>indexing</source>
   <translation>wird gelesen</translation>
  </message>
  <message>
   <source>paused</source>
   <translation>angehalten</translation>
  </message>
  <message>
   <source>up to date</source>
   <translation>aktuell</translation>
  </message>
  <message>
   <source>watching</source>
   <translation>wird beobachtet</translation>
  </message>
  <message numerus="yes">
   <source>{ready} of %Ln file(s)</source>
   <translation>
    <numerusform>{ready} von %Ln Datei</numerusform>
    <numerusform>{ready} von %Ln Dateien</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>LibraryChoice</name>
  <message numerus="yes">
   <source>%Ln libraries</source>
   <translation>
    <numerusform>%Ln Bibliothek</numerusform>
    <numerusform>%Ln Bibliotheken</numerusform>
   </translation>
  </message>
  <message>
   <source>All libraries…</source>
   <translation>Alle Bibliotheken …</translation>
  </message>
  <message>
   <source>Answer from files: {names}. Change it.</source>
   <translation>Aus Dateien antworten: {names}. Ändern.</translation>
  </message>
  <message>
   <source>No files</source>
   <translation>Keine Dateien</translation>
  </message>
  <message>
   <source>none</source>
   <translation>keine</translation>
  </message>
 </context>
 <context>
  <name>LibraryDesk</name>
  <message>
   <source>Choose a folder to read</source>
   <translation>Ordner zum Lesen wählen</translation>
  </message>
  <message>
   <source>Choose the folder of a cross-encoder (sentence-transformers)</source>
   <translation>Ordner eines Cross-Encoders wählen (sentence-transformers)</translation>
  </message>
  <message>
   <source>Choose the folder of an embedder (sentence-transformers)</source>
   <translation>Ordner eines Einbetters wählen (sentence-transformers)</translation>
  </message>
  <message>
   <source>Hearth forgets everything it made of these files: text, passages, search index. The files themselves stay where they are.</source>
   <translation>Hearth vergisst alles, was es aus diesen Dateien gemacht hat: Text, Passagen, Suchindex. Die Dateien selbst bleiben, wo sie sind.</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>Entfernen</translation>
  </message>
  <message>
   <source>Remove “{name}”?</source>
   <translation>„{name}“ entfernen?</translation>
  </message>
 </context>
 <context>
  <name>LibraryPage</name>
  <message>
   <source>Add folder</source>
   <translation>Ordner hinzufügen</translation>
  </message>
  <message>
   <source>Folders are read, never changed. Everything derived from them stays encrypted on this computer.</source>
   <translation>Ordner werden gelesen, nie verändert. Alles, was daraus entsteht, bleibt verschlüsselt auf diesem Computer.</translation>
  </message>
  <message>
   <source>Library</source>
   <translation>Bibliothek</translation>
  </message>
  <message>
   <source>No folder is read yet. Add one, and its files can be found and answered from.</source>
   <translation>Noch wird kein Ordner gelesen. Fügen Sie einen hinzu, dann können seine Dateien gefunden und für Antworten genutzt werden.</translation>
  </message>
  <message>
   <source>Not read, or not whole · {name}</source>
   <translation>Nicht oder nicht ganz gelesen · {name}</translation>
  </message>
 </context>
 <context>
  <name>LibrarySettingsSheet</name>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>Names to pass over, such as *.log, drafts/*</source>
   <translation>Namen, die übergangen werden, etwa *.log, entwürfe/*</translation>
  </message>
  <message>
   <source>Only these kinds of files, such as pdf, docx; empty for all</source>
   <translation>Nur diese Arten von Dateien, etwa pdf, docx; leer für alle</translation>
  </message>
  <message>
   <source>Read names that begin with a dot</source>
   <translation>Namen lesen, die mit einem Punkt beginnen</translation>
  </message>
  <message>
   <source>Read pages that are only pictures of text (slow)</source>
   <translation>Seiten lesen, die nur Bilder von Text sind (langsam)</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>Speichern</translation>
  </message>
  <message>
   <source>Settings of “{name}”</source>
   <translation>Einstellungen von „{name}“</translation>
  </message>
 </context>
 <context>
  <name>LimitRow</name>
  <message>
   <source>For all comparisons with {name}. Those that are kept have cost {spent}, by the prices of {date}.</source>
   <translation>Für alle Vergleiche mit {name}. Die aufbewahrten haben nach den Preisen vom {date} {spent} gekostet.</translation>
  </message>
  <message>
   <source>For this conversation, which has cost {spent} so far, by the prices of {date}.</source>
   <translation>Für diese Unterhaltung, die nach den Preisen vom {date} bisher {spent} gekostet hat.</translation>
  </message>
  <message>
   <source>No limit</source>
   <translation>Keine Grenze</translation>
  </message>
  <message>
   <source>Nobody has said what {name} takes. Type its price in Settings to set a limit.</source>
   <translation>Niemand hat gesagt, was {name} verlangt. Tippen Sie den Preis in den Einstellungen ein, um eine Grenze zu setzen.</translation>
  </message>
  <message>
   <source>Stop at</source>
   <translation>Aufhören bei</translation>
  </message>
  <message>
   <source>The server is asked for at most {tokens} tokens, so that the answer can't pass it.</source>
   <translation>Der Server wird um höchstens {tokens} Token gebeten, damit die Antwort die Grenze nicht überschreitet.</translation>
  </message>
 </context>
 <context>
  <name>LinkSheet</name>
  <message>
   <source>Copy address</source>
   <translation>Adresse kopieren</translation>
  </message>
  <message>
   <source>Don't open</source>
   <translation>Nicht öffnen</translation>
  </message>
  <message>
   <source>Full address</source>
   <translation>Vollständige Adresse</translation>
  </message>
  <message>
   <source>Hearth doesn't open this address</source>
   <translation>Hearth öffnet diese Adresse nicht</translation>
  </message>
  <message>
   <source>It was written by the model and isn't a plain https address, so opening it could do something you don't expect. You can copy it.</source>
   <translation>Sie wurde vom Modell geschrieben und ist keine einfache https-Adresse; sie zu öffnen könnte etwas tun, was Sie nicht erwarten. Sie können sie kopieren.</translation>
  </message>
  <message>
   <source>No browser could be started from here: Hearth's window is sealed from the network, and this system offers no portal that opens addresses. Copy the address instead.</source>
   <translation>Von hier aus konnte kein Browser gestartet werden: Hearths Fenster ist vom Netz abgeschottet, und dieses System bietet kein Portal, das Adressen öffnet. Kopieren Sie stattdessen die Adresse.</translation>
  </message>
  <message>
   <source>Open in browser</source>
   <translation>Im Browser öffnen</translation>
  </message>
  <message>
   <source>Open this address in your browser?</source>
   <translation>Diese Adresse in Ihrem Browser öffnen?</translation>
  </message>
  <message>
   <source>The address was written by the model. Your browser will connect to {host}, which then knows that this computer asked.</source>
   <translation>Die Adresse wurde vom Modell geschrieben. Ihr Browser verbindet sich mit {host}, das dann weiß, dass dieser Computer gefragt hat.</translation>
  </message>
  <message>
   <source>The name holds letters of another script that can look like others.</source>
   <translation>Der Name enthält Buchstaben einer anderen Schrift, die anderen ähnlich sehen können.</translation>
  </message>
 </context>
 <context>
  <name>LockScreen</name>
  <message>
   <source>AI that stays home.</source>
   <translation>KI, die zu Hause bleibt.</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>Zurück</translation>
  </message>
  <message>
   <source>Encrypt and begin</source>
   <translation>Verschlüsseln und anfangen</translation>
  </message>
  <message>
   <source>Hearth can't open your conversations</source>
   <translation>Hearth kann Ihre Unterhaltungen nicht öffnen</translation>
  </message>
  <message>
   <source>Hearth is locked</source>
   <translation>Hearth ist gesperrt</translation>
  </message>
  <message>
   <source>Opening</source>
   <translation>Wird geöffnet</translation>
  </message>
  <message>
   <source>Opening…</source>
   <translation>Wird geöffnet …</translation>
  </message>
  <message>
   <source>Passphrase</source>
   <translation>Passphrase</translation>
  </message>
  <message>
   <source>Recovery code</source>
   <translation>Wiederherstellungscode</translation>
  </message>
  <message>
   <source>Restore a backup…</source>
   <translation>Sicherung wiederherstellen …</translation>
  </message>
  <message>
   <source>Try again</source>
   <translation>Noch einmal versuchen</translation>
  </message>
  <message>
   <source>Type your passphrase to open your conversations.</source>
   <translation>Geben Sie Ihre Passphrase ein, um Ihre Unterhaltungen zu öffnen.</translation>
  </message>
  <message>
   <source>Unlock</source>
   <translation>Entsperren</translation>
  </message>
  <message>
   <source>Use my passphrase</source>
   <translation>Meine Passphrase verwenden</translation>
  </message>
  <message>
   <source>Use my recovery code</source>
   <translation>Meinen Wiederherstellungscode verwenden</translation>
  </message>
  <message>
   <source>You locked Hearth. Your system's keyring keeps the key.</source>
   <translation>Sie haben Hearth gesperrt. Der Schlüsselbund Ihres Systems bewahrt den Schlüssel auf.</translation>
  </message>
  <message>
   <source>Your conversations are always encrypted. This system has no keyring to keep the key, so a passphrase does. Without it nobody can open them, not even you: choose one you won't forget.</source>
   <translation>Ihre Unterhaltungen sind immer verschlüsselt. Dieses System hat keinen Schlüsselbund für den Schlüssel, also bewahrt ihn eine Passphrase. Ohne sie kann niemand sie öffnen, auch Sie nicht: Wählen Sie eine, die Sie nicht vergessen.</translation>
  </message>
  <message>
   <source>Your keyring is locked</source>
   <translation>Ihr Schlüsselbund ist gesperrt</translation>
  </message>
  <message>
   <source>Your system's keyring keeps the key to your conversations. Unlock the keyring, then try again.</source>
   <translation>Der Schlüsselbund Ihres Systems bewahrt den Schlüssel zu Ihren Unterhaltungen auf. Entsperren Sie ihn und versuchen Sie es dann noch einmal.</translation>
  </message>
 </context>
 <context>
  <name>MainWindow</name>
  <message numerus="yes">
   <source>%Ln request(s) to a server were under way when Hearth ended. Whether they arrived is unknown, and nothing was sent again; the Ledger shows them.</source>
   <translation>
    <numerusform>%Ln Anfrage an einen Server war unterwegs, als Hearth endete. Ob sie ankam, ist unbekannt, und nichts wurde noch einmal gesendet; das Protokoll zeigt sie.</numerusform>
    <numerusform>%Ln Anfragen an einen Server waren unterwegs, als Hearth endete. Ob sie ankamen, ist unbekannt, und nichts wurde noch einmal gesendet; das Protokoll zeigt sie.</numerusform>
   </translation>
  </message>
  <message>
   <source>An answer is being written. The language changes when Hearth starts next.</source>
   <translation>Gerade wird eine Antwort geschrieben. Die Sprache wechselt beim nächsten Start von Hearth.</translation>
  </message>
  <message>
   <source>Something in Hearth didn't work just now. What was saved is safe; try it once more.</source>
   <translation>In Hearth hat eben etwas nicht geklappt. Was gespeichert war, ist sicher; versuchen Sie es noch einmal.</translation>
  </message>
 </context>
 <context>
  <name>MaskingSheet</name>
  <message numerus="yes">
   <source>%Ln place(s) masked. A server would get this:</source>
   <translation>
    <numerusform>%Ln Stelle verdeckt. Ein Server bekäme dies:</numerusform>
    <numerusform>%Ln Stellen verdeckt. Ein Server bekäme dies:</numerusform>
   </translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>Masking is an aid: names without a title are missed unless they stand above.</source>
   <translation>Verdecken ist eine Hilfe: Namen ohne Titel werden übersehen, wenn sie nicht oben stehen.</translation>
  </message>
  <message>
   <source>Nothing in it would be masked. A server would get this:</source>
   <translation>Nichts darin würde verdeckt. Ein Server bekäme dies:</translation>
  </message>
  <message>
   <source>One on each line: a name, a street, a project. They are masked in whatever case they are written, and put back in the answer. They stay encrypted on this computer.</source>
   <translation>In jeder Zeile eines: ein Name, eine Straße, ein Projekt. Sie werden verdeckt, wie auch immer groß oder klein sie geschrieben sind, und in der Antwort wieder eingesetzt. Sie bleiben verschlüsselt auf diesem Computer.</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>Speichern</translation>
  </message>
  <message>
   <source>Try it: type or paste a text</source>
   <translation>Ausprobieren: einen Text tippen oder einfügen</translation>
  </message>
  <message>
   <source>What a server would get</source>
   <translation>Was ein Server bekäme</translation>
  </message>
  <message>
   <source>Words that never go</source>
   <translation>Wörter, die nie hinausgehen</translation>
  </message>
  <message>
   <source>Your own words, one on each line</source>
   <translation>Ihre eigenen Wörter, in jeder Zeile eines</translation>
  </message>
 </context>
 <context>
  <name>ModelCard</name>
  <message>
   <source>all on the graphics card</source>
   <translation>ganz auf der Grafikkarte</translation>
  </message>
  <message>
   <source>{percent} % on the graphics card</source>
   <translation>{percent} % auf der Grafikkarte</translation>
  </message>
 </context>
 <context>
  <name>ModelDesk</name>
  <message>
   <source>It was too late: {name} is removed.</source>
   <translation>Es war zu spät: {name} ist entfernt.</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>Rückgängig</translation>
  </message>
  <message>
   <source>{name} is removed, and soon its file inside Hearth.</source>
   <translation>{name} ist entfernt, und gleich auch die Datei in Hearth.</translation>
  </message>
  <message>
   <source>{name} is removed; its file stays where it is.</source>
   <translation>{name} ist entfernt; die Datei bleibt, wo sie ist.</translation>
  </message>
 </context>
 <context>
  <name>ModelOptionsSheet</name>
  <message>
   <source>All as in Settings</source>
   <translation>Alles wie in den Einstellungen</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>Options of {name}</source>
   <translation>Optionen von {name}</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>Speichern</translation>
  </message>
  <message>
   <source>What you don't change here is as in Settings. It counts from the model's next question on.</source>
   <translation>Was Sie hier nicht ändern, ist wie in den Einstellungen. Es gilt ab der nächsten Frage an das Modell.</translation>
  </message>
 </context>
 <context>
  <name>ModelsPage</name>
  <message numerus="yes">
   <source>%Ln core(s)</source>
   <translation>
    <numerusform>%Ln Kern</numerusform>
    <numerusform>%Ln Kerne</numerusform>
   </translation>
  </message>
  <message>
   <source>Another model: OWNER/NAME of a repository, or a GGUF file's address</source>
   <translation>Ein anderes Modell: BESITZER/NAME eines Repositorys oder die Adresse einer GGUF-Datei</translation>
  </message>
  <message>
   <source>Copy into Hearth</source>
   <translation>In Hearth kopieren</translation>
  </message>
  <message>
   <source>Copy the file into Hearth instead of linking to it</source>
   <translation>Die Datei in Hearth kopieren, statt sie zu verknüpfen</translation>
  </message>
  <message>
   <source>DOWNLOADS</source>
   <translation>DOWNLOADS</translation>
  </message>
  <message>
   <source>Download what is typed here</source>
   <translation>Herunterladen, was hier steht</translation>
  </message>
  <message>
   <source>Download…</source>
   <translation>Herunterladen …</translation>
  </message>
  <message>
   <source>Find models on this computer</source>
   <translation>Modelle auf diesem Computer suchen</translation>
  </message>
  <message>
   <source>How far the model is loaded</source>
   <translation>Wie weit das Modell geladen ist</translation>
  </message>
  <message>
   <source>Import GGUF…</source>
   <translation>GGUF importieren …</translation>
  </message>
  <message>
   <source>KEPT BY OTHER PROGRAMS</source>
   <translation>BEI ANDEREN PROGRAMMEN</translation>
  </message>
  <message>
   <source>Loading {name}</source>
   <translation>{name} wird geladen</translation>
  </message>
  <message>
   <source>Looking…</source>
   <translation>Sucht …</translation>
  </message>
  <message>
   <source>MORE MODELS</source>
   <translation>WEITERE MODELLE</translation>
  </message>
  <message>
   <source>Models</source>
   <translation>Modelle</translation>
  </message>
  <message>
   <source>No model is here yet. Download one, or import a GGUF file you have.</source>
   <translation>Noch ist kein Modell da. Laden Sie eines herunter, oder importieren Sie eine GGUF-Datei, die Sie haben.</translation>
  </message>
  <message>
   <source>None of the models that Hearth knows fits: a model may have {size} here. A server of your own can answer instead.</source>
   <translation>Keines der Modelle, die Hearth kennt, passt: Ein Modell darf hier {size} haben. Stattdessen kann ein eigener Server antworten.</translation>
  </message>
  <message>
   <source>ON THIS COMPUTER</source>
   <translation>AUF DIESEM COMPUTER</translation>
  </message>
  <message>
   <source>RECOMMENDED FOR THIS COMPUTER</source>
   <translation>FÜR DIESEN COMPUTER EMPFOHLEN</translation>
  </message>
  <message>
   <source>Repository or address of another model</source>
   <translation>Repository oder Adresse eines anderen Modells</translation>
  </message>
  <message>
   <source>Show the whole list</source>
   <translation>Ganze Liste zeigen</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>Anhalten</translation>
  </message>
  <message>
   <source>This computer: {cores} · {memory} of memory. Sizes and speeds are about right.</source>
   <translation>Dieser Computer: {cores} · {memory} Arbeitsspeicher. Größen und Geschwindigkeiten stimmen ungefähr.</translation>
  </message>
  <message>
   <source>This list came with Hearth and is of {day}. Hearth never looks for a newer one by itself.</source>
   <translation>Diese Liste kam mit Hearth und ist vom {day}. Hearth sucht nie von selbst nach einer neueren.</translation>
  </message>
 </context>
 <context>
  <name>MoveDesk</name>
  <message>
   <source>The data folder stays where it is</source>
   <translation>Der Datenordner bleibt, wo er ist</translation>
  </message>
  <message>
   <source>The data folder wasn't moved</source>
   <translation>Der Datenordner wurde nicht verschoben</translation>
  </message>
  <message>
   <source>Where shall the data lie?</source>
   <translation>Wo sollen die Daten liegen?</translation>
  </message>
 </context>
 <context>
  <name>MoveSheet</name>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>Conversations, libraries and settings move there: {size}. Every copy is read back before the old one is cleared away. Hearth closes meanwhile and opens again from the new place.</source>
   <translation>Unterhaltungen, Bibliotheken und Einstellungen ziehen dorthin um: {size}. Jede Kopie wird zurückgelesen, bevor das Alte weggeräumt wird. Hearth schließt sich währenddessen und öffnet sich wieder vom neuen Ort.</translation>
  </message>
  <message>
   <source>How far the move is</source>
   <translation>Wie weit der Umzug ist</translation>
  </message>
  <message>
   <source>Leave the models where they are: {size}</source>
   <translation>Die Modelle lassen, wo sie sind: {size}</translation>
  </message>
  <message>
   <source>Move</source>
   <translation>Verschieben</translation>
  </message>
  <message>
   <source>Move the data folder</source>
   <translation>Den Datenordner verschieben</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>Anhalten</translation>
  </message>
 </context>
 <context>
  <name>NameSheet</name>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>Rename</source>
   <translation>Umbenennen</translation>
  </message>
 </context>
 <context>
  <name>NewPassphrase</name>
  <message numerus="yes">
   <source>At least %Ln characters. A few unrelated words are easy to keep in mind.</source>
   <translation>
    <numerusform>Mindestens %Ln Zeichen. Ein paar Wörter ohne Zusammenhang merkt man sich leicht.</numerusform>
    <numerusform>Mindestens %Ln Zeichen. Ein paar Wörter ohne Zusammenhang merkt man sich leicht.</numerusform>
   </translation>
  </message>
  <message>
   <source>New passphrase</source>
   <translation>Neue Passphrase</translation>
  </message>
  <message>
   <source>Show what I type</source>
   <translation>Zeigen, was ich eingebe</translation>
  </message>
  <message>
   <source>The same once more</source>
   <translation>Noch einmal dieselbe</translation>
  </message>
  <message>
   <source>Type it once more, the same way.</source>
   <translation>Geben Sie sie noch einmal ein, genau gleich.</translation>
  </message>
 </context>
 <context>
  <name>Notices</name>
  <message>
   <source>Show Hearth</source>
   <translation>Hearth zeigen</translation>
  </message>
 </context>
 <context>
  <name>OfferCard</name>
  <message numerus="yes">
   <source>%Ln language(s)</source>
   <translation>
    <numerusform>%Ln Sprache</numerusform>
    <numerusform>%Ln Sprachen</numerusform>
   </translation>
  </message>
  <message>
   <source>Download {name}</source>
   <translation>{name} herunterladen</translation>
  </message>
  <message>
   <source>Download…</source>
   <translation>Herunterladen …</translation>
  </message>
  <message>
   <source>English</source>
   <translation>Englisch</translation>
  </message>
  <message>
   <source>about {speed} tokens/s</source>
   <translation>etwa {speed} Token/s</translation>
  </message>
  <message>
   <source>fits</source>
   <translation>passt</translation>
  </message>
  <message>
   <source>fits when other programs are closed</source>
   <translation>passt, wenn andere Programme geschlossen sind</translation>
  </message>
  <message>
   <source>needs a computer with {size}</source>
   <translation>braucht einen Computer mit {size}</translation>
  </message>
  <message>
   <source>sees pictures</source>
   <translation>sieht Bilder</translation>
  </message>
  <message>
   <source>tight</source>
   <translation>knapp</translation>
  </message>
  <message>
   <source>too large</source>
   <translation>zu groß</translation>
  </message>
 </context>
 <context>
  <name>PaletteSheet</name>
  <message>
   <source>Find a command or a conversation</source>
   <translation>Befehl oder Unterhaltung finden</translation>
  </message>
  <message>
   <source>Nothing fits. Try fewer letters.</source>
   <translation>Nichts passt. Versuchen Sie weniger Buchstaben.</translation>
  </message>
  <message>
   <source>Type a few letters…</source>
   <translation>Geben Sie ein paar Buchstaben ein …</translation>
  </message>
  <message>
   <source>What fits</source>
   <translation>Was passt</translation>
  </message>
 </context>
 <context>
  <name>PanelDesk</name>
  <message>
   <source>Details</source>
   <translation>Einzelheiten</translation>
  </message>
  <message>
   <source>Prompt</source>
   <translation>Prompt</translation>
  </message>
 </context>
 <context>
  <name>PassphraseSheet</name>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>Change the passphrase</source>
   <translation>Passphrase ändern</translation>
  </message>
  <message>
   <source>From then on Hearth opens only with this passphrase, and with your recovery code if you made one. If both are lost, nobody can open your conversations.</source>
   <translation>Danach öffnet sich Hearth nur noch mit dieser Passphrase und mit Ihrem Wiederherstellungscode, wenn Sie einen erstellt haben. Sind beide verloren, kann niemand Ihre Unterhaltungen öffnen.</translation>
  </message>
  <message>
   <source>Making the key</source>
   <translation>Der Schlüssel wird erzeugt</translation>
  </message>
  <message>
   <source>Present passphrase</source>
   <translation>Jetzige Passphrase</translation>
  </message>
  <message>
   <source>Remove it</source>
   <translation>Entfernen</translation>
  </message>
  <message>
   <source>Remove the passphrase?</source>
   <translation>Passphrase entfernen?</translation>
  </message>
  <message>
   <source>Set a passphrase</source>
   <translation>Passphrase setzen</translation>
  </message>
  <message>
   <source>Set passphrase</source>
   <translation>Passphrase setzen</translation>
  </message>
  <message>
   <source>Your conversations stay encrypted, with a key in your system's keyring. Whoever is logged in to this computer as you can then open Hearth.</source>
   <translation>Ihre Unterhaltungen bleiben verschlüsselt, mit einem Schlüssel im Schlüsselbund Ihres Systems. Wer auf diesem Computer als Sie angemeldet ist, kann Hearth dann öffnen.</translation>
  </message>
 </context>
 <context>
  <name>PayloadView</name>
  <message numerus="yes">
   <source>%Ln file(s)</source>
   <translation>
    <numerusform>%Ln Datei</numerusform>
    <numerusform>%Ln Dateien</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln item(s) masked</source>
   <translation>
    <numerusform>%Ln Angabe verdeckt</numerusform>
    <numerusform>%Ln Angaben verdeckt</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln message(s)</source>
   <translation>
    <numerusform>%Ln Nachricht</numerusform>
    <numerusform>%Ln Nachrichten</numerusform>
   </translation>
  </message>
  <message>
   <source>Exact bytes</source>
   <translation>Genaue Bytes</translation>
  </message>
  <message>
   <source>Exactly what leaves</source>
   <translation>Genau das wird gesendet</translation>
  </message>
  <message>
   <source>How it is shown</source>
   <translation>Wie es gezeigt wird</translation>
  </message>
  <message>
   <source>Masked</source>
   <translation>Verdeckt</translation>
  </message>
  <message>
   <source>Masked values stay here; Hearth puts them back into the reply.</source>
   <translation>Verdeckte Angaben bleiben hier; Hearth setzt sie in die Antwort wieder ein.</translation>
  </message>
  <message>
   <source>Nothing is masked.</source>
   <translation>Nichts ist verdeckt.</translation>
  </message>
  <message>
   <source>Nothing was found to mask. Masking is an aid: read it yourself.</source>
   <translation>Nichts zum Verdecken gefunden. Verdecken ist eine Hilfe: Lesen Sie es selbst.</translation>
  </message>
  <message>
   <source>Readable</source>
   <translation>Lesbar</translation>
  </message>
  <message>
   <source>What is masked</source>
   <translation>Was verdeckt ist</translation>
  </message>
  <message>
   <source>{count} bytes</source>
   <translation>{count} Bytes</translation>
  </message>
 </context>
 <context>
  <name>Places</name>
  <message>
   <source>page {page}</source>
   <translation>Seite {page}</translation>
  </message>
  <message>
   <source>sheet {name}</source>
   <translation>Tabellenblatt {name}</translation>
  </message>
  <message>
   <source>slide {number}</source>
   <translation>Folie {number}</translation>
  </message>
 </context>
 <context>
  <name>PresetChoice</name>
  <message>
   <source>As usual</source>
   <translation>Wie gewohnt</translation>
  </message>
  <message>
   <source>Assistant</source>
   <translation>Assistent</translation>
  </message>
  <message>
   <source>Assistant: {name}. Choose another.</source>
   <translation>Assistent: {name}. Einen anderen wählen.</translation>
  </message>
  <message>
   <source>Make and change assistants…</source>
   <translation>Assistenten anlegen und ändern …</translation>
  </message>
  <message>
   <source>as usual</source>
   <translation>wie gewohnt</translation>
  </message>
  <message>
   <source>{model} isn't on this computer, so the chosen model answers.</source>
   <translation>{model} ist nicht auf diesem Computer, darum antwortet das gewählte Modell.</translation>
  </message>
 </context>
 <context>
  <name>PresetsSheet</name>
  <message>
   <source>Assistants</source>
   <translation>Assistenten</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Schließen</translation>
  </message>
  <message>
   <source>Delete</source>
   <translation>Löschen</translation>
  </message>
  <message>
   <source>Duplicate</source>
   <translation>Duplizieren</translation>
  </message>
  <message>
   <source>Export this assistant</source>
   <translation>Diesen Assistenten exportieren</translation>
  </message>
  <message>
   <source>Export…</source>
   <translation>Exportieren …</translation>
  </message>
  <message>
   <source>Import assistants</source>
   <translation>Assistenten importieren</translation>
  </message>
  <message>
   <source>Import…</source>
   <translation>Importieren …</translation>
  </message>
  <message>
   <source>Instructions, which the model reads before every question</source>
   <translation>Anweisungen, die das Modell vor jeder Frage liest</translation>
  </message>
  <message>
   <source>It is exported without its adapters: a file that is given away names no file of yours.</source>
   <translation>Er ist ohne seine Adapter exportiert: Eine Datei, die weitergegeben wird, nennt keine Datei von Ihnen.</translation>
  </message>
  <message>
   <source>Model</source>
   <translation>Modell</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>New</source>
   <translation>Neu</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>Speichern</translation>
  </message>
  <message>
   <source>The chosen model</source>
   <translation>Das gewählte Modell</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>Rückgängig</translation>
  </message>
  <message>
   <source>{name} (not here)</source>
   <translation>{name} (nicht hier)</translation>
  </message>
  <message>
   <source>“{name}” is deleted.</source>
   <translation>„{name}“ ist gelöscht.</translation>
  </message>
 </context>
 <context>
  <name>PricePart</name>
  <message>
   <source>Currency</source>
   <translation>Währung</translation>
  </message>
  <message>
   <source>Price of a million tokens that it reads</source>
   <translation>Preis einer Million gelesener Token</translation>
  </message>
  <message>
   <source>Price of a million tokens that it writes</source>
   <translation>Preis einer Million geschriebener Token</translation>
  </message>
  <message>
   <source>The model whose price it is</source>
   <translation>Das Modell, dessen Preis es ist</translation>
  </message>
  <message>
   <source>The prices of its other models are in another currency.</source>
   <translation>Die Preise seiner anderen Modelle stehen in einer anderen Währung.</translation>
  </message>
  <message>
   <source>The server's list says {reading} for reading and {writing} for writing.</source>
   <translation>Die Liste des Servers nennt {reading} fürs Lesen und {writing} fürs Schreiben.</translation>
  </message>
  <message>
   <source>Use this price</source>
   <translation>Diesen Preis nehmen</translation>
  </message>
  <message>
   <source>not known</source>
   <translation>nicht bekannt</translation>
  </message>
  <message>
   <source>reading</source>
   <translation>lesen</translation>
  </message>
  <message>
   <source>writing</source>
   <translation>schreiben</translation>
  </message>
 </context>
 <context>
  <name>PrivacyCard</name>
  <message numerus="yes">
   <source>%Ln request(s), see the Ledger</source>
   <translation>
    <numerusform>%Ln Anfrage, siehe Protokoll</numerusform>
    <numerusform>%Ln Anfragen, siehe Protokoll</numerusform>
   </translation>
  </message>
  <message>
   <source>0 bytes have left this computer</source>
   <translation>0 Byte gingen nach außen</translation>
  </message>
  <message>
   <source>No words have left this computer</source>
   <translation>Kein Wort hat den Computer verlassen</translation>
  </message>
  <message>
   <source>since you installed Hearth</source>
   <translation>seit Sie Hearth installiert haben</translation>
  </message>
  <message>
   <source>{size} sent, by your choice</source>
   <translation>{size} gesendet, wie Sie wollten</translation>
  </message>
 </context>
 <context>
  <name>PromptList</name>
  <message>
   <source>Make and change saved prompts…</source>
   <translation>Gespeicherte Prompts anlegen und ändern …</translation>
  </message>
  <message>
   <source>Saved prompts</source>
   <translation>Gespeicherte Prompts</translation>
  </message>
 </context>
 <context>
  <name>PromptPage</name>
  <message numerus="yes">
   <source>%Ln earlier message(s) had no room in the model's context:</source>
   <translation>
    <numerusform>%Ln frühere Nachricht hatte im Kontext des Modells keinen Platz:</numerusform>
    <numerusform>%Ln frühere Nachrichten hatten im Kontext des Modells keinen Platz:</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln passage(s) of your files had no room.</source>
   <translation>
    <numerusform>%Ln Passage aus Ihren Dateien hatte keinen Platz.</numerusform>
    <numerusform>%Ln Passagen aus Ihren Dateien hatten keinen Platz.</numerusform>
   </translation>
  </message>
  <message>
   <source>Copy the prompt</source>
   <translation>Prompt kopieren</translation>
  </message>
  <message>
   <source>The model's prompt isn't kept for this answer: no model was asked, or it is an old one.</source>
   <translation>Der Prompt des Modells ist für diese Antwort nicht aufbewahrt: Es wurde kein Modell gefragt, oder sie ist alt.</translation>
  </message>
  <message>
   <source>There is no answer here yet.</source>
   <translation>Hier gibt es noch keine Antwort.</translation>
  </message>
  <message>
   <source>What the model was given, word for word</source>
   <translation>Was das Modell bekam, Wort für Wort</translation>
  </message>
  <message>
   <source>What was sent for this answer is no longer kept. Its row stays in the ledger.</source>
   <translation>Was für diese Antwort gesendet wurde, wird nicht mehr aufbewahrt. Die Zeile im Protokoll bleibt.</translation>
  </message>
  <message>
   <source>{count} bytes, as they left this computer</source>
   <translation>{count} Bytes, wie sie diesen Computer verließen</translation>
  </message>
  <message>
   <source>{used} of {all} tokens, {cached} of them read before</source>
   <translation>{used} von {all} Token, davon {cached} schon gelesen</translation>
  </message>
 </context>
 <context>
  <name>PromptsSheet</name>
  <message>
   <source>Asked for: {places}</source>
   <translation>Gefragt wird nach: {places}</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Schließen</translation>
  </message>
  <message>
   <source>Name, without the slash</source>
   <translation>Name, ohne den Schrägstrich</translation>
  </message>
  <message>
   <source>New</source>
   <translation>Neu</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>Entfernen</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>Speichern</translation>
  </message>
  <message>
   <source>Saved prompts</source>
   <translation>Gespeicherte Prompts</translation>
  </message>
  <message>
   <source>Text</source>
   <translation>Text</translation>
  </message>
  <message>
   <source>Text of the saved prompt</source>
   <translation>Text des gespeicherten Prompts</translation>
  </message>
  <message>
   <source>Type / and a name in the question field to use one. Words in {{double braces}} are asked for when it is used.</source>
   <translation>Tippen Sie / und einen Namen ins Fragefeld, um einen zu verwenden. Nach Wörtern in {{doppelten Klammern}} wird dabei gefragt.</translation>
  </message>
 </context>
 <context>
  <name>QWidget</name>
  <message>
   <source>Add a GGUF file…</source>
   <translation>GGUF-Datei hinzufügen …</translation>
  </message>
  <message>
   <source>All models…</source>
   <translation>Alle Modelle …</translation>
  </message>
  <message>
   <source>Choose a GGUF file</source>
   <translation>GGUF-Datei wählen</translation>
  </message>
  <message>
   <source>Models (*.gguf);;All files (*)</source>
   <translation>Modelle (*.gguf);;Alle Dateien (*)</translation>
  </message>
 </context>
 <context>
  <name>QuickAsk</name>
  <message>
   <source>Answer to your quick question</source>
   <translation>Antwort auf Ihre schnelle Frage</translation>
  </message>
  <message>
   <source>Ask a quick question…</source>
   <translation>Eine schnelle Frage stellen …</translation>
  </message>
  <message>
   <source>Files and pictures are added in the large window.</source>
   <translation>Dateien und Bilder werden im großen Fenster hinzugefügt.</translation>
  </message>
  <message>
   <source>Keep this conversation</source>
   <translation>Diese Unterhaltung behalten</translation>
  </message>
  <message>
   <source>Open in the window</source>
   <translation>Im Fenster öffnen</translation>
  </message>
  <message>
   <source>Quick question</source>
   <translation>Schnelle Frage</translation>
  </message>
  <message>
   <source>Send the quick question</source>
   <translation>Die schnelle Frage senden</translation>
  </message>
  <message>
   <source>Stop the answer (Esc)</source>
   <translation>Antwort anhalten (Esc)</translation>
  </message>
 </context>
 <context>
  <name>RankerRow</name>
  <message>
   <source>A folder with a cross-encoder of sentence-transformers. It reads the best passages together with the question, and takes up to two seconds for it.</source>
   <translation>Ein Ordner mit einem Cross-Encoder von sentence-transformers. Er liest die besten Passagen zusammen mit der Frage und braucht dafür bis zu zwei Sekunden.</translation>
  </message>
  <message>
   <source>Choose a cross-encoder…</source>
   <translation>Cross-Encoder wählen …</translation>
  </message>
  <message>
   <source>No cross-encoder ranks the best passages anew.</source>
   <translation>Kein Cross-Encoder ordnet die besten Passagen neu.</translation>
  </message>
  <message>
   <source>The best passages are ranked anew by {name}</source>
   <translation>{name} ordnet die besten Passagen neu</translation>
  </message>
  <message>
   <source>Turn off</source>
   <translation>Ausschalten</translation>
  </message>
  <message>
   <source>Turn the cross-encoder off</source>
   <translation>Cross-Encoder ausschalten</translation>
  </message>
 </context>
 <context>
  <name>RecoverySheet</name>
  <message>
   <source>Copied. Other programs can read the clipboard: paste it where it shall stay, then copy something else.</source>
   <translation>Kopiert. Andere Programme können die Zwischenablage lesen: Fügen Sie ihn dort ein, wo er bleiben soll, und kopieren Sie dann etwas anderes.</translation>
  </message>
  <message>
   <source>Copy</source>
   <translation>Kopieren</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>Fertig</translation>
  </message>
  <message>
   <source>I have written it down or printed it</source>
   <translation>Ich habe ihn aufgeschrieben oder gedruckt</translation>
  </message>
  <message>
   <source>It opens your conversations when the passphrase or the keyring is lost. It is shown only now. Keep it on paper, away from this computer. An earlier code no longer works.</source>
   <translation>Er öffnet Ihre Unterhaltungen, wenn die Passphrase oder der Schlüsselbund verloren ist. Er wird nur jetzt gezeigt. Bewahren Sie ihn auf Papier auf, nicht beim Computer. Ein früherer Code gilt nicht mehr.</translation>
  </message>
  <message>
   <source>Print…</source>
   <translation>Drucken …</translation>
  </message>
  <message>
   <source>Recovery code for Hearth

{code}

Whoever has this page and the files of the profile can read the conversations. Keep it away from the computer.</source>
   <translation>Wiederherstellungscode für Hearth

{code}

Wer dieses Blatt und die Dateien des Profils hat, kann die Unterhaltungen lesen. Bewahren Sie es nicht beim Computer auf.</translation>
  </message>
  <message>
   <source>Recovery code: {code}</source>
   <translation>Wiederherstellungscode: {code}</translation>
  </message>
  <message>
   <source>Your recovery code</source>
   <translation>Ihr Wiederherstellungscode</translation>
  </message>
 </context>
 <context>
  <name>RestoreDesk</name>
  <message>
   <source>All files</source>
   <translation>Alle Dateien</translation>
  </message>
  <message>
   <source>Backups of Hearth</source>
   <translation>Sicherungen von Hearth</translation>
  </message>
  <message>
   <source>Restore a backup</source>
   <translation>Sicherung wiederherstellen</translation>
  </message>
  <message>
   <source>The backup wasn't restored</source>
   <translation>Die Sicherung wurde nicht wiederhergestellt</translation>
  </message>
 </context>
 <context>
  <name>RestoreSheet</name>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>How far the restore is</source>
   <translation>Wie weit die Wiederherstellung ist</translation>
  </message>
  <message>
   <source>It opens with the passphrase Hearth had when the backup was made, or with the recovery code of that time. Its conversations come back local: none may ask a server until you allow it.</source>
   <translation>Sie öffnet sich mit der Passphrase, die Hearth hatte, als die Sicherung erstellt wurde, oder mit dem Wiederherstellungscode von damals. Ihre Unterhaltungen kommen lokal zurück: Keine darf einen Server fragen, bis Sie es erlauben.</translation>
  </message>
  <message>
   <source>Or its recovery code</source>
   <translation>Oder ihr Wiederherstellungscode</translation>
  </message>
  <message>
   <source>Passphrase of the backup</source>
   <translation>Passphrase der Sicherung</translation>
  </message>
  <message>
   <source>Restore</source>
   <translation>Wiederherstellen</translation>
  </message>
  <message>
   <source>Restore a backup</source>
   <translation>Sicherung wiederherstellen</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>Anhalten</translation>
  </message>
  <message>
   <source>What is in Hearth now is kept beside it in the data folder, encrypted as it is, in a folder named before-restore with the date.</source>
   <translation>Was jetzt in Hearth ist, wird daneben im Datenordner aufbewahrt, verschlüsselt wie es ist, in einem Ordner namens before-restore mit dem Datum.</translation>
  </message>
 </context>
 <context>
  <name>SamplingForm</name>
  <message>
   <source>Choose words as usual</source>
   <translation>Wörter wie gewohnt wählen</translation>
  </message>
  <message>
   <source>From {low} to {high}</source>
   <translation>Von {low} bis {high}</translation>
  </message>
  <message>
   <source>Longest answer in tokens, 0 for no limit</source>
   <translation>Längste Antwort in Token, 0 für keine Grenze</translation>
  </message>
  <message>
   <source>Min p: no word less likely than this share of the best</source>
   <translation>Min p: kein Wort unwahrscheinlicher als dieser Anteil des besten</translation>
  </message>
  <message>
   <source>Repetition penalty: 1 for none</source>
   <translation>Strafe für Wiederholung: 1 für keine</translation>
  </message>
  <message>
   <source>Seed: the same draws each time, -1 for fresh ones</source>
   <translation>Startwert: jedes Mal dieselbe Ziehung, -1 für neue</translation>
  </message>
  <message>
   <source>Temperature: 0 always takes the likeliest word</source>
   <translation>Temperatur: 0 nimmt immer das wahrscheinlichste Wort</translation>
  </message>
  <message>
   <source>Top k: so many words at most, 0 for all</source>
   <translation>Top k: höchstens so viele Wörter, 0 für alle</translation>
  </message>
  <message>
   <source>Top p: the likeliest words up to this share</source>
   <translation>Top p: die wahrscheinlichsten Wörter bis zu diesem Anteil</translation>
  </message>
  <message>
   <source>a number</source>
   <translation>eine Zahl</translation>
  </message>
  <message>
   <source>a whole number</source>
   <translation>eine ganze Zahl</translation>
  </message>
  <message>
   <source>{name}: {kind} from {low} to {high}, please.</source>
   <translation>{name}: bitte {kind} von {low} bis {high}.</translation>
  </message>
 </context>
 <context>
  <name>Seal</name>
  <message>
   <source>Not sealed</source>
   <translation>Nicht abgeschottet</translation>
  </message>
  <message>
   <source>Sealed by the operating system</source>
   <translation>Vom Betriebssystem abgeschottet</translation>
  </message>
  <message>
   <source>Watched, not sealed</source>
   <translation>Überwacht, nicht abgeschottet</translation>
  </message>
 </context>
 <context>
  <name>SearchFilters</name>
  <message>
   <source>All libraries</source>
   <translation>Alle Bibliotheken</translation>
  </message>
  <message>
   <source>Any kind</source>
   <translation>Jede Art</translation>
  </message>
  <message>
   <source>Books (EPUB)</source>
   <translation>Bücher (EPUB)</translation>
  </message>
  <message>
   <source>Documents (Word and others)</source>
   <translation>Dokumente (Word und andere)</translation>
  </message>
  <message>
   <source>From: {day}</source>
   <translation>Ab: {day}</translation>
  </message>
  <message>
   <source>Messages</source>
   <translation>E-Mails</translation>
  </message>
  <message>
   <source>Notes and plain text</source>
   <translation>Notizen und reiner Text</translation>
  </message>
  <message>
   <source>Only files of this day or earlier</source>
   <translation>Nur Dateien bis zu diesem Tag</translation>
  </message>
  <message>
   <source>Only files of this day or later</source>
   <translation>Nur Dateien von diesem Tag an</translation>
  </message>
  <message>
   <source>Only files of this kind</source>
   <translation>Nur Dateien dieser Art</translation>
  </message>
  <message>
   <source>Only files with this in their path</source>
   <translation>Nur Dateien, in deren Pfad das vorkommt</translation>
  </message>
  <message>
   <source>Only in this library</source>
   <translation>Nur in dieser Bibliothek</translation>
  </message>
  <message>
   <source>PDF</source>
   <translation>PDF</translation>
  </message>
  <message>
   <source>Part of the path</source>
   <translation>Teil des Pfads</translation>
  </message>
  <message>
   <source>Pictures</source>
   <translation>Bilder</translation>
  </message>
  <message>
   <source>Reset</source>
   <translation>Zurücksetzen</translation>
  </message>
  <message>
   <source>Reset the filters</source>
   <translation>Die Filter zurücksetzen</translation>
  </message>
  <message>
   <source>Slides</source>
   <translation>Folien</translation>
  </message>
  <message>
   <source>Source code and data</source>
   <translation>Quellcode und Daten</translation>
  </message>
  <message>
   <source>Spreadsheets</source>
   <translation>Tabellen</translation>
  </message>
  <message>
   <source>To: {day}</source>
   <translation>Bis: {day}</translation>
  </message>
  <message>
   <source>Web pages</source>
   <translation>Webseiten</translation>
  </message>
 </context>
 <context>
  <name>SecurityDesk</name>
  <message>
   <source>From now on this passphrase opens Hearth. Make a recovery code in Settings.</source>
   <translation>Ab jetzt öffnet diese Passphrase Hearth. Erstellen Sie in den Einstellungen einen Wiederherstellungscode.</translation>
  </message>
  <message>
   <source>The passphrase is gone. Your system's keyring opens Hearth now.</source>
   <translation>Die Passphrase ist weg. Der Schlüsselbund Ihres Systems öffnet Hearth jetzt.</translation>
  </message>
 </context>
 <context>
  <name>Sentences</name>
  <message>
   <source>--max-tokens must lie between 0 (no limit) and {limit}; {given} was given.</source>
   <translation>--max-tokens muss zwischen 0 (keine Grenze) und {limit} liegen; angegeben war {given}.</translation>
  </message>
  <message>
   <source>--seed must lie between -1 (a fresh one each time) and {limit}; {given} was given.</source>
   <translation>--seed muss zwischen -1 (jedes Mal ein neuer) und {limit} liegen; angegeben war {given}.</translation>
  </message>
  <message>
   <source>--temperature must lie between 0 and 5; {given} was given.</source>
   <translation>--temperature muss zwischen 0 und 5 liegen; angegeben wurde {given}.</translation>
  </message>
  <message>
   <source>-k must lie between 1 and {limit}. Choose another number of passages.</source>
   <translation>-k muss zwischen 1 und {limit} liegen. Wählen Sie eine andere Zahl von Passagen.</translation>
  </message>
  <message>
   <source>A SHA-256 sum has 64 digits from 0 to 9 and a to f. Copy it again.</source>
   <translation>Eine SHA-256-Summe hat 64 Stellen aus 0 bis 9 und a bis f. Kopieren Sie sie noch einmal.</translation>
  </message>
  <message>
   <source>A backup is being made already. Wait until it is done, or stop it.</source>
   <translation>Es wird schon eine Sicherung erstellt. Warten Sie, bis sie fertig ist, oder halten Sie sie an.</translation>
  </message>
  <message>
   <source>A backup opens with the passphrase or the recovery code of its profile. Name a file that holds one, with --passphrase-file or --recovery-code-file.</source>
   <translation>Eine Sicherung öffnet sich mit der Passphrase oder dem Wiederherstellungscode ihres Profils. Nennen Sie eine Datei, in der eines davon steht, mit --passphrase-file oder --recovery-code-file.</translation>
  </message>
  <message>
   <source>A conversation takes {limit} files at most. Make a library of them on the Library page instead.</source>
   <translation>Eine Unterhaltung fasst höchstens {limit} Dateien. Machen Sie stattdessen auf der Seite „Bibliothek“ eine Bibliothek daraus.</translation>
  </message>
  <message>
   <source>A folder needs a name. Type one, and try again.</source>
   <translation>Ein Ordner braucht einen Namen. Geben Sie einen ein und versuchen Sie es noch einmal.</translation>
  </message>
  <message>
   <source>A library needs a name of at most {limit_chars} characters. Choose another.</source>
   <translation>Eine Bibliothek braucht einen Namen mit höchstens {limit_chars} Zeichen. Wählen Sie einen anderen.</translation>
  </message>
  <message>
   <source>A limit lies between 0 and {most}; 0 means that there is none. Type it again.</source>
   <translation>Eine Grenze liegt zwischen 0 und {most}; 0 heißt, dass es keine gibt. Tippen Sie sie noch einmal.</translation>
  </message>
  <message>
   <source>A model has no option of its own called “{option}”. It can have: {options}.</source>
   <translation>Ein Modell hat keine eigene Option namens „{option}“. Es kann haben: {options}.</translation>
  </message>
  <message>
   <source>A password doesn't belong into the proxy's address, where others could see it. Leave it out there (http://name@host:port or socks5://name@host:port) and give it in its own field, or with --proxy-password-file.</source>
   <translation>Ein Passwort gehört nicht in die Adresse des Proxys, wo andere es sehen könnten. Lassen Sie es dort weg (http://name@host:port oder socks5://name@host:port) und geben Sie es im eigenen Feld oder mit --proxy-password-file an.</translation>
  </message>
  <message>
   <source>A picture is still being read. Send the question again in a moment, and it goes with it.</source>
   <translation>Ein Bild wird noch gelesen. Senden Sie die Frage gleich noch einmal, dann geht es mit.</translation>
  </message>
  <message>
   <source>A preset needs a name. Type the one you want to see in the list.</source>
   <translation>Ein Assistent braucht einen Namen. Geben Sie den ein, den Sie in der Liste sehen wollen.</translation>
  </message>
  <message>
   <source>A price lies between 0 and {most} for a million tokens, and one of the two above 0. A currency has 1 to {limit_chars} signs. Type it again.</source>
   <translation>Ein Preis liegt zwischen 0 und {most} für eine Million Token, und einer der beiden über 0. Eine Währung hat 1 bis {limit_chars} Zeichen. Tippen Sie es noch einmal.</translation>
  </message>
  <message>
   <source>A proxy would read along what goes to a plain http address. Use https, or leave the proxy out.</source>
   <translation>Ein Proxy würde mitlesen, was an eine einfache http-Adresse geht. Nehmen Sie https, oder lassen Sie den Proxy weg.</translation>
  </message>
  <message>
   <source>A saved prompt needs a name: what you will type behind the slash.</source>
   <translation>Ein gespeicherter Prompt braucht einen Namen: das, was Sie hinter dem Schrägstrich tippen.</translation>
  </message>
  <message>
   <source>A saved prompt takes {limit_chars} characters at most. Shorten it.</source>
   <translation>Ein gespeicherter Prompt fasst höchstens {limit_chars} Zeichen. Kürzen Sie ihn.</translation>
  </message>
  <message>
   <source>A saved prompt's name takes {limit_chars} characters at most. Shorten it.</source>
   <translation>Der Name eines gespeicherten Prompts fasst höchstens {limit_chars} Zeichen. Kürzen Sie ihn.</translation>
  </message>
  <message>
   <source>All connections are blocked, so nothing was sent. Lift it with 'hearth ledger --unblock' if you want to.</source>
   <translation>Alle Verbindungen sind gesperrt, darum wurde nichts gesendet. Heben Sie das mit 'hearth ledger --unblock' auf, wenn Sie wollen.</translation>
  </message>
  <message>
   <source>An answer is still being written. Wait for it or stop it, then ask again.</source>
   <translation>Noch wird eine Antwort geschrieben. Warten Sie oder halten Sie sie an und fragen Sie dann noch einmal.</translation>
  </message>
  <message>
   <source>An older keys.json was put back into the profile. The passphrase of that time opens it now: change it in Settings if others know it.</source>
   <translation>Eine ältere keys.json wurde in das Profil zurückgelegt. Die damalige Passphrase öffnet es jetzt: Ändern Sie sie in den Einstellungen, wenn andere sie kennen.</translation>
  </message>
  <message>
   <source>An update of this profile was cut off and it can't be told how far it got, so it was left as it is. The state before it is kept in {name}.</source>
   <translation>Ein Update dieses Profils wurde unterbrochen, und es ist nicht zu erkennen, wie weit es kam; es blieb, wie es ist. Der Stand davor liegt in {name}.</translation>
  </message>
  <message>
   <source>Another model is in memory already. Choose {name} once more.</source>
   <translation>Ein anderes Modell ist schon im Speicher. Wählen Sie {name} noch einmal.</translation>
  </message>
  <message>
   <source>Attached files</source>
   <translation>Angehängte Dateien</translation>
  </message>
  <message>
   <source>Careful reader</source>
   <translation>Genaue Lektüre</translation>
  </message>
  <message>
   <source>Certificates of your own are for your own server only. Add --own if it stands in your house, or leave them out.</source>
   <translation>Eigene Zertifikate gelten nur für einen eigenen Server. Geben Sie --own an, wenn er bei Ihnen zu Hause steht, oder lassen Sie sie weg.</translation>
  </message>
  <message>
   <source>Clear writer</source>
   <translation>Klarer Stil</translation>
  </message>
  <message>
   <source>Code</source>
   <translation>Programmieren</translation>
  </message>
  <message>
   <source>Conversations are being taken in already. Wait until that is done, or stop it.</source>
   <translation>Es werden schon Unterhaltungen übernommen. Warten Sie, bis das fertig ist, oder halten Sie es an.</translation>
  </message>
  <message>
   <source>Digits: 0123456789.</source>
   <translation>Ziffern: 0123456789,</translation>
  </message>
  <message>
   <source>Everyday chat</source>
   <translation>Alltägliche Unterhaltungen</translation>
  </message>
  <message>
   <source>Explain {{subject}} to me as if I were {{who I am}}.</source>
   <translation>Erklären Sie mir {{Thema}}, als wäre ich {{wer ich bin}}.</translation>
  </message>
  <message>
   <source>Files can't be added to a temporary conversation: what is read of them is kept (encrypted) on the disk, and a temporary conversation leaves nothing there. Begin an ordinary one for them.</source>
   <translation>Zu einer vorübergehenden Unterhaltung lassen sich keine Dateien hinzufügen: Was aus ihnen gelesen wird, liegt (verschlüsselt) auf der Festplatte, und eine vorübergehende Unterhaltung hinterlässt dort nichts. Beginnen Sie dafür eine gewöhnliche.</translation>
  </message>
  <message>
   <source>Finds passages by meaning</source>
   <translation>Findet Passagen nach ihrem Sinn</translation>
  </message>
  <message>
   <source>Fixed by the administrator ({path}):</source>
   <translation>Vom Administrator festgelegt ({path}):</translation>
  </message>
  <message>
   <source>General instructions</source>
   <translation>Allgemeine Anweisungen</translation>
  </message>
  <message>
   <source>Give both --reading and --writing: what a million tokens cost that the model reads, and that it writes.</source>
   <translation>Geben Sie --reading und --writing an: was eine Million Token kosten, die das Modell liest, und die es schreibt.</translation>
  </message>
  <message>
   <source>Give either --block or --unblock, not both: one shuts all connections, the other opens them again.</source>
   <translation>Geben Sie entweder --block oder --unblock an, nicht beides: Das eine sperrt alle Verbindungen, das andere öffnet sie wieder.</translation>
  </message>
  <message>
   <source>Give either words to search for or a file with --batch, not both and not neither.</source>
   <translation>Geben Sie entweder Wörter zum Suchen oder mit --batch eine Datei an, nicht beides und nicht keines.</translation>
  </message>
  <message>
   <source>Hearth can't write to {name}: the disk or folder is read-only. Allow writing, or use another --profile.</source>
   <translation>Hearth kann nicht in {name} schreiben: Die Festplatte oder der Ordner ist schreibgeschützt. Erlauben Sie das Schreiben oder nehmen Sie ein anderes --profile.</translation>
  </message>
  <message>
   <source>Hearth doesn't know how to speak to such a server. Choose one of: {known}.</source>
   <translation>Hearth weiß nicht, wie es mit so einem Server spricht. Wählen Sie einen von: {known}.</translation>
  </message>
  <message>
   <source>Hearth ended before this answer was there. Nothing was sent again; compare once more.</source>
   <translation>Hearth endete, bevor diese Antwort da war. Nichts wurde noch einmal gesendet; vergleichen Sie erneut.</translation>
  </message>
  <message>
   <source>Hearth is locked, so this couldn't be done. Unlock it and try again.</source>
   <translation>Hearth ist gesperrt, darum ging das nicht. Entsperren Sie es und versuchen Sie es noch einmal.</translation>
  </message>
  <message>
   <source>Hearth locks after {minutes} min at the latest.</source>
   <translation>Hearth sperrt sich spätestens nach {minutes} min.</translation>
  </message>
  <message>
   <source>Hearth made a mistake of its own while answering. Nothing that was saved is lost. Ask again.</source>
   <translation>Hearth hat beim Antworten selbst einen Fehler gemacht. Nichts Gespeichertes ist verloren. Fragen Sie noch einmal.</translation>
  </message>
  <message>
   <source>Hearth may not open {name}: it belongs to somebody else or its permissions forbid it. Mend them.</source>
   <translation>Hearth darf {name} nicht öffnen: Es gehört jemand anderem, oder seine Rechte verbieten es. Bringen Sie sie in Ordnung.</translation>
  </message>
  <message>
   <source>Hearth's own list of models ({file}) can't be read. Install Hearth again; models you have still work.</source>
   <translation>Hearths eigene Liste der Modelle ({file}) lässt sich nicht lesen. Installieren Sie Hearth neu; Modelle, die Sie haben, funktionieren weiter.</translation>
  </message>
  <message>
   <source>Hearth's smoke test got as far as its part '{part}' and no further, so don't rely on this installation. Install Hearth again, and start it with --smoke-test once more.</source>
   <translation>Die Selbstprüfung von Hearth kam bis zu ihrem Teil „{part}“ und nicht weiter, verlassen Sie sich also nicht auf diese Installation. Installieren Sie Hearth neu, und starten Sie es noch einmal mit --smoke-test.</translation>
  </message>
  <message>
   <source>Hearth's window ended unexpectedly and was started again. What was shown as saved is here; an answer that was being written can be continued.</source>
   <translation>Das Fenster von Hearth endete unerwartet und wurde neu gestartet. Was als gespeichert gezeigt wurde, ist da; eine Antwort, die gerade geschrieben wurde, kann fortgesetzt werden.</translation>
  </message>
  <message>
   <source>It can't be found; perhaps its disk isn't connected. What was read of it is kept and still found. Connect the disk, or take it out of the library.</source>
   <translation>Das ist nicht zu finden; vielleicht ist sein Datenträger nicht angeschlossen. Was daraus gelesen wurde, bleibt erhalten und wird weiter gefunden. Schließen Sie den Datenträger an, oder nehmen Sie es aus der Bibliothek heraus.</translation>
  </message>
  <message>
   <source>It can't be read ({reason}). Check its disk and its permissions.</source>
   <translation>Sie kann nicht gelesen werden ({reason}). Prüfen Sie Festplatte und Rechte.</translation>
  </message>
  <message>
   <source>It changed while it was being read. Wait until it is complete, then read it again.</source>
   <translation>Sie änderte sich, während sie gelesen wurde. Warten Sie, bis sie vollständig ist, und lesen Sie sie dann noch einmal.</translation>
  </message>
  <message>
   <source>It ended without a word, or was stopped before the first one. Compare once more.</source>
   <translation>Die Antwort endete ohne ein Wort oder wurde vor dem ersten angehalten. Vergleichen Sie erneut.</translation>
  </message>
  <message>
   <source>It has {have_bytes}, and Hearth reads documents up to {limit_bytes}. Split it, or take out its pictures.</source>
   <translation>Sie hat {have_bytes}, und Hearth liest Dokumente bis {limit_bytes}. Teilen Sie sie oder nehmen Sie ihre Bilder heraus.</translation>
  </message>
  <message>
   <source>It has {pages} pages, and page {number} was asked for. It may have been changed since; read it again.</source>
   <translation>Sie hat {pages} Seiten, gefragt wurde nach Seite {number}. Sie kann sich seither geändert haben; lesen Sie sie noch einmal.</translation>
  </message>
  <message>
   <source>It holds bytes that are no text, so it can't be read or searched for. Type it anew, or choose another name.</source>
   <translation>Das enthält Bytes, die kein Text sind; es lässt sich weder lesen noch suchen. Tippen Sie es neu ein, oder wählen Sie einen anderen Namen.</translation>
  </message>
  <message>
   <source>It holds more text than one document can sensibly have. Split it into smaller files.</source>
   <translation>Sie enthält mehr Text, als ein Dokument vernünftigerweise hat. Teilen Sie sie in kleinere Dateien.</translation>
  </message>
  <message>
   <source>It holds more text than one document can sensibly have; only the beginning was read. Split it to have all of it found.</source>
   <translation>Sie enthält mehr Text, als ein Dokument sinnvoll haben kann; nur der Anfang wurde gelesen. Teilen Sie sie auf, damit alles gefunden wird.</translation>
  </message>
  <message>
   <source>It holds no conversations that Hearth knows how to take in. Choose an export of ChatGPT, Open WebUI or Hearth, or a chat of GPT4All, Jan or LM Studio.</source>
   <translation>Sie enthält keine Unterhaltungen, die Hearth übernehmen kann. Wählen Sie einen Export von ChatGPT, Open WebUI oder Hearth oder eine Unterhaltung von GPT4All, Jan oder LM Studio.</translation>
  </message>
  <message>
   <source>It holds scripts, macros or actions. Hearth ran none of them.</source>
   <translation>Sie enthält Skripte, Makros oder Aktionen. Hearth hat nichts davon ausgeführt.</translation>
  </message>
  <message>
   <source>It holds text that can't be seen on the page: white on white, tiny, or marked hidden. It was read as well.</source>
   <translation>Sie enthält Text, der auf der Seite nicht zu sehen ist: weiß auf weiß, winzig oder als verborgen markiert. Er wurde mitgelesen.</translation>
  </message>
  <message>
   <source>It is a link that leads out of the library's folder, so it isn't followed. To have it read, add the place it leads to.</source>
   <translation>Das ist ein Link, der aus dem Ordner der Bibliothek hinausführt; ihm wird nicht gefolgt. Soll das Ziel gelesen werden, fügen Sie es selbst hinzu.</translation>
  </message>
  <message>
   <source>It is a link, and the file it leads to is gone. Put that file back, or remove the link.</source>
   <translation>Sie ist eine Verknüpfung, und die Datei, auf die sie zeigt, ist weg. Legen Sie diese zurück oder entfernen Sie die Verknüpfung.</translation>
  </message>
  <message>
   <source>It is a link, and what it leads to is gone, so nothing is read there. Put that back, or remove the link.</source>
   <translation>Das ist ein Link, dessen Ziel nicht mehr da ist; dort wird nichts gelesen. Legen Sie das Ziel zurück oder entfernen Sie den Link.</translation>
  </message>
  <message>
   <source>It is a picture in a form that Hearth can't look at. Save it as PNG or JPEG, or put it into a PDF file.</source>
   <translation>Sie ist ein Bild in einer Form, die Hearth nicht ansehen kann. Speichern Sie es als PNG oder JPEG oder legen Sie es in eine PDF-Datei.</translation>
  </message>
  <message>
   <source>It is a picture, so it has no words as text. If there are words to be seen in it, have it read with OCR.</source>
   <translation>Sie ist ein Bild und hat darum keine Wörter als Text. Sind Wörter darauf zu sehen, lassen Sie sie mit OCR lesen.</translation>
  </message>
  <message>
   <source>It is a pipe, a socket or a device and no ordinary file, so it isn't read. Take it out of the folder, or leave its name out in the library's settings.</source>
   <translation>Das ist eine Pipe, ein Socket oder ein Gerät und keine gewöhnliche Datei; es wird nicht gelesen. Nehmen Sie es aus dem Ordner, oder lassen Sie seinen Namen in den Einstellungen der Bibliothek aus.</translation>
  </message>
  <message>
   <source>It is damaged or cut short, so no text could be taken from it. Get or save it anew.</source>
   <translation>Sie ist beschädigt oder abgeschnitten, darum konnte kein Text entnommen werden. Besorgen oder speichern Sie sie neu.</translation>
  </message>
  <message>
   <source>It is damaged so badly that the process reading it ended. Nothing else is affected; open it in its own program and save it anew.</source>
   <translation>Sie ist so beschädigt, dass der lesende Prozess endete. Sonst ist nichts betroffen; öffnen Sie sie in ihrem eigenen Programm und speichern Sie sie neu.</translation>
  </message>
  <message>
   <source>It is damaged; what could be read of it was read. Get or save it anew to have all of it found.</source>
   <translation>Sie ist beschädigt; was davon lesbar war, wurde gelesen. Beschaffen oder speichern Sie sie neu, damit alles gefunden wird.</translation>
  </message>
  <message>
   <source>It is protected by a password in a way that Hearth can't unlock. Save a copy without one.</source>
   <translation>Sie ist durch ein Passwort auf eine Art geschützt, die Hearth nicht öffnen kann. Speichern Sie eine Kopie ohne Passwort.</translation>
  </message>
  <message>
   <source>It is protected by a password, and none of those given opens it. Check the spelling.</source>
   <translation>Sie ist durch ein Passwort geschützt, und keines der angegebenen öffnet sie. Prüfen Sie die Schreibweise.</translation>
  </message>
  <message>
   <source>It is protected by a password. Give the password, or save a copy without one.</source>
   <translation>Sie ist durch ein Passwort geschützt. Geben Sie es an oder speichern Sie eine Kopie ohne.</translation>
  </message>
  <message>
   <source>It is small but unpacks to more than {limit_bytes}, as a trap for programs would. It wasn't unpacked; don't trust where it came from.</source>
   <translation>Sie ist klein, wird entpackt aber größer als {limit_bytes}, wie eine Falle für Programme. Sie wurde nicht entpackt; trauen Sie ihrer Herkunft nicht.</translation>
  </message>
  <message>
   <source>It is {kind}, which Hearth doesn't read. Save what is in it as PDF or text, if you want to find it.</source>
   <translation>Sie ist {kind}, was Hearth nicht liest. Speichern Sie den Inhalt als PDF oder Text, wenn Sie ihn finden wollen.</translation>
  </message>
  <message>
   <source>It isn't a kind of document that Hearth can read. Save it as PDF or as text, if its program can.</source>
   <translation>Hearth kann diese Art von Dokument nicht lesen. Speichern Sie es als PDF oder Text, wenn sein Programm das kann.</translation>
  </message>
  <message>
   <source>It isn't a picture that Hearth can look at. Save it as PNG or JPEG.</source>
   <translation>Das ist kein Bild, das Hearth ansehen kann. Speichern Sie es als PNG oder JPEG.</translation>
  </message>
  <message>
   <source>It isn't an ordinary file but {kind}, so there is no text to read. Choose a document.</source>
   <translation>Sie ist keine gewöhnliche Datei, sondern {kind}; da ist kein Text zu lesen. Wählen Sie ein Dokument.</translation>
  </message>
  <message>
   <source>It runs on the processor alone, which is slower.</source>
   <translation>Es läuft allein auf dem Prozessor, und das ist langsamer.</translation>
  </message>
  <message>
   <source>It sees {after} tokens of a conversation instead of {before}.</source>
   <translation>Es sieht {after} Token einer Unterhaltung statt {before}.</translation>
  </message>
  <message>
   <source>It was written by a newer Hearth, so nothing was taken in. Update Hearth, then import it again.</source>
   <translation>Die Datei wurde von einem neueren Hearth geschrieben, also wurde nichts übernommen. Aktualisieren Sie Hearth, und importieren Sie sie dann erneut.</translation>
  </message>
  <message>
   <source>Its seller has locked it (DRM), so only their own program can show it. Hearth can't read it.</source>
   <translation>Ihr Verkäufer hat sie verschlossen (DRM), nur sein eigenes Programm kann sie zeigen. Hearth kann sie nicht lesen.</translation>
  </message>
  <message>
   <source>Line {number} of the batch is no JSON object with a query. Write one {{id, query}} a line.</source>
   <translation>Zeile {number} des Stapels ist kein JSON-Objekt mit einer Suche. Schreiben Sie je Zeile ein {{id, query}}.</translation>
  </message>
  <message>
   <source>Long texts</source>
   <translation>Lange Texte</translation>
  </message>
  <message>
   <source>Many languages</source>
   <translation>Viele Sprachen</translation>
  </message>
  <message>
   <source>More than {limit} adapters can't be used at once. Leave some out.</source>
   <translation>Mehr als {limit} Adapter können nicht zugleich benutzt werden. Lassen Sie einige weg.</translation>
  </message>
  <message>
   <source>More than {limit} pictures can't be shown with one question. Ask about fewer at a time.</source>
   <translation>Mehr als {limit} Bilder können mit einer Frage nicht gezeigt werden. Fragen Sie nach weniger auf einmal.</translation>
  </message>
  <message>
   <source>Name the picture's file behind /image, such as /image cat.png.</source>
   <translation>Nennen Sie hinter /image die Datei des Bildes, etwa /image katze.png.</translation>
  </message>
  <message>
   <source>Names of sources</source>
   <translation>Namen von Quellen</translation>
  </message>
  <message>
   <source>No comparison waits for a vote. Compare something first with 'hearth compare --provider NAME QUESTION'.</source>
   <translation>Kein Vergleich wartet auf eine Stimme. Vergleichen Sie zuerst etwas mit 'hearth compare --provider NAME QUESTION'.</translation>
  </message>
  <message>
   <source>No link to {name} can be made there, so the models can't stay behind. Nothing was moved; move them along.</source>
   <translation>Dort kann keine Verknüpfung zu {name} angelegt werden, deshalb können die Modelle nicht zurückbleiben. Nichts wurde verschoben; nehmen Sie sie mit.</translation>
  </message>
  <message>
   <source>No model is here yet. Choose a GGUF file in the window, or run: hearth models add FILE.gguf</source>
   <translation>Noch ist kein Modell da. Wählen Sie im Fenster eine GGUF-Datei oder geben Sie ein: hearth models add DATEI.gguf</translation>
  </message>
  <message>
   <source>No model is in memory, so nothing can be answered. Choose one and ask again.</source>
   <translation>Kein Modell ist im Speicher, darum kann nichts beantwortet werden. Wählen Sie eines und fragen Sie noch einmal.</translation>
  </message>
  <message>
   <source>No model is named for “{name}”. Name one in Settings or with --model; 'hearth provider models {name}' shows what it offers.</source>
   <translation>Für „{name}“ ist kein Modell genannt. Nennen Sie eines in den Einstellungen oder mit --model; 'hearth provider models {name}' zeigt, was es gibt.</translation>
  </message>
  <message>
   <source>No model {name} is on the shelf, and there is no such file. 'hearth models list' shows what is there.</source>
   <translation>Kein Modell {name} ist im Regal, und es gibt keine solche Datei. 'hearth models list' zeigt, was da ist.</translation>
  </message>
  <message>
   <source>No model {name} is on the shelf. 'hearth models list' shows what is there.</source>
   <translation>Kein Modell {name} ist im Regal. 'hearth models list' zeigt, was da ist.</translation>
  </message>
  <message>
   <source>No password is at hand for the proxy {proxy}, so nothing was sent. Type it in Settings, or give it with --proxy-password-file.</source>
   <translation>Für den Proxy {proxy} ist kein Passwort zur Hand, darum wurde nichts gesendet. Tippen Sie es in den Einstellungen oder geben Sie es mit --proxy-password-file an.</translation>
  </message>
  <message>
   <source>No recovery code was made for this profile. Open it with its passphrase or the keyring.</source>
   <translation>Für dieses Profil wurde kein Wiederherstellungscode erstellt. Öffnen Sie es mit seiner Passphrase oder dem Schlüsselbund.</translation>
  </message>
  <message>
   <source>No sentence in your files has the words of this question. The passages listed with this answer are the nearest ones that were found.</source>
   <translation>Kein Satz in Ihren Dateien enthält die Wörter dieser Frage. Die Passagen bei dieser Antwort sind die nächstliegenden, die gefunden wurden.</translation>
  </message>
  <message>
   <source>No server may be asked.</source>
   <translation>Kein Server darf gefragt werden.</translation>
  </message>
  <message>
   <source>No server named {origin} was found, so nothing was sent. Check the address and whether this computer is online.</source>
   <translation>Es wurde kein Server namens {origin} gefunden, darum wurde nichts gesendet. Prüfen Sie die Adresse und ob dieser Computer online ist.</translation>
  </message>
  <message>
   <source>Nobody to compare with was named. Give a server's name with --provider; 'hearth provider list' shows those there are.</source>
   <translation>Es wurde niemand genannt, mit dem verglichen werden soll. Nennen Sie mit --provider einen Server; 'hearth provider list' zeigt, welche es gibt.</translation>
  </message>
  <message>
   <source>Not all of the file is understood, so all it could forbid is forbidden.</source>
   <translation>Nicht alles in der Datei ist verständlich, deshalb ist alles verboten, was sie verbieten könnte.</translation>
  </message>
  <message>
   <source>Not sealed: nothing on this system keeps Hearth from the network.</source>
   <translation>Nicht abgeschottet: Nichts auf diesem System hält Hearth vom Netz fern.</translation>
  </message>
  <message>
   <source>Nothing in your files was found for this question. Other words may find it.</source>
   <translation>Zu dieser Frage wurde in Ihren Dateien nichts gefunden. Mit anderen Wörtern vielleicht schon.</translation>
  </message>
  <message>
   <source>Nothing is fixed by an administrator of this computer.</source>
   <translation>Kein Administrator dieses Computers hat etwas festgelegt.</translation>
  </message>
  <message>
   <source>Nothing of a temporary conversation is kept, and what a server gets is always written down. Begin an ordinary conversation for it.</source>
   <translation>Von einer vorübergehenden Unterhaltung wird nichts behalten, und was ein Server bekommt, wird immer aufgeschrieben. Beginnen Sie dafür eine gewöhnliche Unterhaltung.</translation>
  </message>
  <message>
   <source>Nothing was fetched, because you didn't agree to it. Look at where it comes from, then repeat with --allow {host}.</source>
   <translation>Nichts wurde geholt, weil Sie nicht zugestimmt haben. Sehen Sie nach, woher es kommt, und wiederholen Sie den Befehl mit --allow {host}.</translation>
  </message>
  <message>
   <source>Nothing was sent again: your leave had served already. Ask again if you want to.</source>
   <translation>Es wurde nicht noch einmal gesendet: Ihre Erlaubnis war schon verbraucht. Fragen Sie noch einmal, wenn Sie wollen.</translation>
  </message>
  <message>
   <source>Nothing was sent, because you didn't agree to it. Look at what would leave, then repeat with --allow {sha256}.</source>
   <translation>Es wurde nichts gesendet, weil Sie nicht zugestimmt haben. Sehen Sie an, was hinausginge, und wiederholen Sie es mit --allow {sha256}.</translation>
  </message>
  <message>
   <source>Nothing was sent, because you haven't seen what would leave. Ask again and look at it first.</source>
   <translation>Es wurde nichts gesendet, weil Sie nicht gesehen haben, was gesendet würde. Fragen Sie noch einmal und sehen Sie es sich zuerst an.</translation>
  </message>
  <message>
   <source>Nothing was sent: it would hold text of the kind “{kind}” ({subject_name}), which you haven't allowed to leave. Allow it, or leave it out.</source>
   <translation>Es wurde nichts gesendet: Es enthielte Text der Art „{kind}“ ({subject_name}), dem Sie nicht erlaubt haben, hinauszugehen. Erlauben Sie es oder lassen Sie ihn weg.</translation>
  </message>
  <message>
   <source>Nothing was sent: the text had changed after you agreed to it. Ask again and look at what would leave.</source>
   <translation>Es wurde nichts gesendet: Der Text hatte sich nach Ihrer Zustimmung geändert. Fragen Sie noch einmal und sehen Sie an, was hinausginge.</translation>
  </message>
  <message>
   <source>Nothing was sent: what would leave now isn't what you agreed to. Look at it again, then repeat with --allow {sha256}.</source>
   <translation>Es wurde nichts gesendet: Was jetzt hinausginge, ist nicht das, dem Sie zugestimmt haben. Sehen Sie es noch einmal an und wiederholen Sie es mit --allow {sha256}.</translation>
  </message>
  <message>
   <source>Nothing was sent: your leave had run out after a minute. Ask again.</source>
   <translation>Es wurde nichts gesendet: Ihre Erlaubnis war nach einer Minute abgelaufen. Fragen Sie noch einmal.</translation>
  </message>
  <message>
   <source>Nothing was sent: your leave was for another purpose. Ask again.</source>
   <translation>Es wurde nichts gesendet: Ihre Erlaubnis galt einem anderen Zweck. Fragen Sie noch einmal.</translation>
  </message>
  <message>
   <source>Nothing was sent: your leave was for another server. Ask again and look at where it would go.</source>
   <translation>Es wurde nichts gesendet: Ihre Erlaubnis galt einem anderen Server. Fragen Sie noch einmal und sehen Sie an, wohin es ginge.</translation>
  </message>
  <message>
   <source>One of the recovery code's letters or digits is mistyped. Compare it with your print.</source>
   <translation>Ein Buchstabe oder eine Ziffer des Wiederherstellungscodes ist vertippt. Vergleichen Sie ihn mit Ihrem Ausdruck.</translation>
  </message>
  <message>
   <source>One thing at a time: a question for both (with --provider), a vote (--vote, with --comparison for another than the newest), or what the votes come to (--results).</source>
   <translation>Eins nach dem anderen: eine Frage an beide (mit --provider), eine Stimme (--vote, mit --comparison für einen anderen als den neuesten Vergleich) oder was die Stimmen ergeben (--results).</translation>
  </message>
  <message>
   <source>Only listed folders may be added to a library.</source>
   <translation>Nur die aufgeführten Ordner dürfen in eine Bibliothek.</translation>
  </message>
  <message>
   <source>Only listed servers may be asked.</source>
   <translation>Nur die aufgeführten Server dürfen gefragt werden.</translation>
  </message>
  <message>
   <source>Only models of listed folders may be used.</source>
   <translation>Nur Modelle der aufgeführten Ordner dürfen benutzt werden.</translation>
  </message>
  <message>
   <source>Only pages of PDF files and pictures can be drawn. Read its text, or open it in its own program.</source>
   <translation>Nur Seiten von PDF-Dateien und Bilder können gezeichnet werden. Lesen Sie den Text oder öffnen Sie die Datei in ihrem eigenen Programm.</translation>
  </message>
  <message>
   <source>Other parts</source>
   <translation>Andere Teile</translation>
  </message>
  <message>
   <source>Other people on this computer can read the folder {name}, and it can't be closed to them. Choose a folder of your own with --profile.</source>
   <translation>Andere auf diesem Computer können den Ordner {name} lesen, und er lässt sich nicht vor ihnen verschließen. Wählen Sie mit --profile einen eigenen Ordner.</translation>
  </message>
  <message>
   <source>Page {number} of {file} isn't in your libraries: the file was changed, moved or taken out. Search again.</source>
   <translation>Seite {number} von {file} ist nicht in Ihren Bibliotheken: Die Datei wurde geändert, verschoben oder herausgenommen. Suchen Sie noch einmal.</translation>
  </message>
  <message>
   <source>Patient teacher</source>
   <translation>Geduldige Lehrkraft</translation>
  </message>
  <message>
   <source>Pictures</source>
   <translation>Bilder</translation>
  </message>
  <message>
   <source>Pictures stay on this computer, and this question would go to a server. Take the pictures away to send the words, or keep the conversation on this computer.</source>
   <translation>Bilder bleiben auf diesem Computer, und diese Frage ginge an einen Server. Nehmen Sie die Bilder weg, um die Worte zu senden, oder behalten Sie die Unterhaltung auf diesem Computer.</translation>
  </message>
  <message>
   <source>Pictures stay on this computer: --image can't go to a server. Leave out --provider, or leave out the picture.</source>
   <translation>Bilder bleiben auf diesem Computer: --image kann nicht an einen Server gehen. Lassen Sie --provider weg oder das Bild.</translation>
  </message>
  <message>
   <source>Pictures too</source>
   <translation>Auch für Bilder</translation>
  </message>
  <message>
   <source>Plain http would let everybody on the way read along, so it is for servers on this computer only. Use https.</source>
   <translation>Einfaches http ließe jeden unterwegs mitlesen, es ist nur für Server auf diesem Computer. Verwenden Sie https.</translation>
  </message>
  <message>
   <source>Programmer</source>
   <translation>Programmierer</translation>
  </message>
  <message>
   <source>Questions about your files</source>
   <translation>Fragen zu Ihren Dateien</translation>
  </message>
  <message>
   <source>Quick</source>
   <translation>Schnell</translation>
  </message>
  <message>
   <source>Ranks found passages anew</source>
   <translation>Ordnet gefundene Passagen neu</translation>
  </message>
  <message>
   <source>Reading it took too long and was stopped. It may be damaged; save it anew or split it.</source>
   <translation>Das Lesen dauerte zu lange und wurde abgebrochen. Vielleicht ist die Datei beschädigt; speichern Sie sie neu oder teilen Sie sie.</translation>
  </message>
  <message>
   <source>Reading it took too long; only the beginning was read. Split it to have all of it found.</source>
   <translation>Das Lesen hat zu lange gedauert; nur der Anfang wurde gelesen. Teilen Sie sie auf, damit alles gefunden wird.</translation>
  </message>
  <message>
   <source>Reading it would take more memory than is safe. Split it into smaller files.</source>
   <translation>Das Lesen bräuchte mehr Speicher, als sicher ist. Teilen Sie sie in kleinere Dateien.</translation>
  </message>
  <message>
   <source>Recordings</source>
   <translation>Aufnahmen</translation>
  </message>
  <message>
   <source>Runs almost anywhere</source>
   <translation>Läuft fast überall</translation>
  </message>
  <message>
   <source>Sealed: the operating system refuses Hearth every network connection.</source>
   <translation>Abgeschottet: Das Betriebssystem verweigert Hearth jede Netzverbindung.</translation>
  </message>
  <message>
   <source>Some of its pages are pictures, maybe scanned, so their words can't be found. Have it read with OCR.</source>
   <translation>Einige ihrer Seiten sind Bilder, vielleicht gescannt, daher sind deren Wörter nicht zu finden. Lassen Sie sie mit OCR lesen.</translation>
  </message>
  <message>
   <source>Something attached to it gave no text. Save that as a file of its own to be told why.</source>
   <translation>Etwas, das ihr angehängt ist, hat keinen Text ergeben. Speichern Sie es als eigene Datei, um den Grund zu erfahren.</translation>
  </message>
  <message>
   <source>Something that this answer was made from may not go to “{name}”, or it isn't known any more what that was, so it can't be continued there. Ask once more instead.</source>
   <translation>Etwas, woraus diese Antwort entstand, darf nicht an „{name}“ gehen, oder es ist nicht mehr bekannt, was das war; deshalb kann sie dort nicht fortgesetzt werden. Fragen Sie stattdessen noch einmal.</translation>
  </message>
  <message>
   <source>Something went wrong that Hearth has no words for yet ({code}). What was saved is safe. Try again; if it comes back, run 'hearth doctor'.</source>
   <translation>Etwas ging schief, wofür Hearth noch keine Worte hat ({code}). Was gespeichert war, ist sicher. Versuchen Sie es noch einmal; kommt es wieder, hilft 'hearth doctor'.</translation>
  </message>
  <message>
   <source>Steps of tools</source>
   <translation>Schritte von Werkzeugen</translation>
  </message>
  <message>
   <source>Sum this up in {{how many}} points, most important first:

{{text}}</source>
   <translation>Fassen Sie dies in {{wie viele}} Punkten zusammen, das Wichtigste zuerst:

{{Text}}</translation>
  </message>
  <message>
   <source>That comparison isn't here any more: it was deleted. Choose another one.</source>
   <translation>Diesen Vergleich gibt es hier nicht mehr: Er wurde gelöscht. Wählen Sie einen anderen.</translation>
  </message>
  <message>
   <source>That isn't the passphrase of this profile. Check capitals and keyboard layout, then try again.</source>
   <translation>Das ist nicht die Passphrase dieses Profils. Prüfen Sie Großbuchstaben und Tastaturbelegung und versuchen Sie es noch einmal.</translation>
  </message>
  <message>
   <source>That passphrase doesn't open the backup. It opens with the passphrase the profile had when the backup was made.</source>
   <translation>Diese Passphrase öffnet die Sicherung nicht. Sie öffnet sich mit der Passphrase, die das Profil hatte, als sie erstellt wurde.</translation>
  </message>
  <message>
   <source>The address of a file must look like https://host/folder/file.gguf, with nothing before the host. Copy it again.</source>
   <translation>Die Adresse einer Datei muss wie https://host/ordner/datei.gguf aussehen, ohne etwas vor dem Host. Kopieren Sie sie noch einmal.</translation>
  </message>
  <message>
   <source>The administrator of this computer allows only certain servers, and {origin} isn't one of them ({path}), so nothing was sent. Ask a server that is listed there, or a local model.</source>
   <translation>Der Administrator dieses Computers erlaubt nur bestimmte Server, und {origin} gehört nicht dazu ({path}); darum wurde nichts gesendet. Fragen Sie einen Server, der dort steht, oder ein lokales Modell.</translation>
  </message>
  <message>
   <source>The administrator of this computer forbids asking servers ({path}), so nothing was sent. Ask a local model instead.</source>
   <translation>Der Administrator dieses Computers verbietet, Server zu fragen ({path}), darum wurde nichts gesendet. Fragen Sie stattdessen ein lokales Modell.</translation>
  </message>
  <message>
   <source>The administrator of this computer lets only certain folders be added to a library, and {name} isn't one of them ({path}). Choose a folder that is listed there.</source>
   <translation>Der Administrator dieses Computers lässt nur bestimmte Ordner in eine Bibliothek, und {name} gehört nicht dazu ({path}). Wählen Sie einen Ordner, der dort aufgeführt ist.</translation>
  </message>
  <message>
   <source>The administrator of this computer lets only the models of certain folders be used ({path}), so none is fetched. 'hearth models find' shows those that are there.</source>
   <translation>Der Administrator dieses Computers lässt nur die Modelle bestimmter Ordner zu ({path}), deshalb wird keines geholt. „hearth models find“ zeigt, welche da sind.</translation>
  </message>
  <message>
   <source>The administrator of this computer lets only the models of certain folders be used, and {name} isn't one of them ({path}). 'hearth models find' shows those that are there.</source>
   <translation>Der Administrator dieses Computers lässt nur die Modelle bestimmter Ordner zu, und {name} gehört nicht dazu ({path}). „hearth models find“ zeigt, welche da sind.</translation>
  </message>
  <message>
   <source>The answer of {origin} was longer than anything sensible, so it was broken off at {limit_bytes}. Ask for something shorter.</source>
   <translation>Die Antwort von {origin} war länger als alles Vernünftige und wurde bei {limit_bytes} abgebrochen. Bitten Sie um etwas Kürzeres.</translation>
  </message>
  <message>
   <source>The backup {name} can't be read ({reason}). Check its permissions and its disk.</source>
   <translation>Die Sicherung {name} lässt sich nicht lesen ({reason}). Prüfen Sie ihre Zugriffsrechte und ihren Datenträger.</translation>
  </message>
  <message>
   <source>The batch {file} can't be read ({reason}). Check its name and permissions.</source>
   <translation>Der Stapel {file} kann nicht gelesen werden ({reason}). Prüfen Sie Namen und Rechte.</translation>
  </message>
  <message>
   <source>The chat template in {file} has {have_bytes}, and more than {limit_bytes} isn't trusted. Get the model from its maker.</source>
   <translation>Die Chatvorlage in {file} hat {have_bytes}, und mehr als {limit_bytes} wird nicht vertraut. Besorgen Sie das Modell von seinem Hersteller.</translation>
  </message>
  <message>
   <source>The connection to {origin} was lost in the middle of the answer. What had come is kept; ask again if you want to.</source>
   <translation>Die Verbindung zu {origin} brach mitten in der Antwort ab. Was kam, ist aufbewahrt; fragen Sie noch einmal, wenn Sie wollen.</translation>
  </message>
  <message>
   <source>The copy of {name} isn't what was copied: that disk may be failing. Nothing was moved; choose another disk.</source>
   <translation>Die Kopie von {name} ist nicht das, was kopiert wurde: Dieser Datenträger ist vielleicht defekt. Nichts wurde verschoben; wählen Sie einen anderen.</translation>
  </message>
  <message>
   <source>The data takes {needed_bytes}, and the disk there has {free_bytes} free, so nothing was moved. Free some space, or leave the models where they are.</source>
   <translation>Die Daten brauchen {needed_bytes}, und der Datenträger dort hat {free_bytes} frei, deshalb wurde nichts verschoben. Schaffen Sie Platz, oder lassen Sie die Modelle, wo sie sind.</translation>
  </message>
  <message>
   <source>The demo's profile is thrown away at its end, and a download with it, so nothing was fetched. Start Hearth without --demo for that.</source>
   <translation>Das Profil der Demo wird am Ende weggeworfen, ein Download mit ihm; deshalb wurde nichts geholt. Starten Sie Hearth dafür ohne --demo.</translation>
  </message>
  <message>
   <source>The demo's profile is thrown away when Hearth ends, so it isn't moved. Use your own.</source>
   <translation>Das Profil der Demo wird weggeworfen, wenn Hearth endet, deshalb wird es nicht verschoben. Nehmen Sie Ihr eigenes.</translation>
  </message>
  <message>
   <source>The demo's profile is thrown away when Hearth ends, so there is nothing to back up. Use your own.</source>
   <translation>Das Profil der Demo wird weggeworfen, wenn Hearth endet, also gibt es nichts zu sichern. Verwenden Sie Ihr eigenes.</translation>
  </message>
  <message>
   <source>The demo's profile is thrown away when Hearth ends. Take conversations into your own.</source>
   <translation>Das Profil der Demo wird weggeworfen, wenn Hearth endet. Übernehmen Sie Unterhaltungen in Ihr eigenes.</translation>
  </message>
  <message>
   <source>The disk didn't keep {name} as it was written ({reason}). Check the disk; nothing older was replaced.</source>
   <translation>Die Festplatte hat {name} nicht so behalten, wie es geschrieben wurde ({reason}). Prüfen Sie sie; nichts Älteres wurde ersetzt.</translation>
  </message>
  <message>
   <source>The disk is full, so this couldn't be saved. What was saved before is safe. Free some space and try again.</source>
   <translation>Die Festplatte ist voll, darum konnte dies nicht gespeichert werden. Was vorher gespeichert war, ist sicher. Schaffen Sie Platz und versuchen Sie es noch einmal.</translation>
  </message>
  <message>
   <source>The disk of the profile can't hold a single file of {need_bytes}. Add {file} as a link.</source>
   <translation>Die Festplatte des Profils fasst keine einzelne Datei von {need_bytes}. Fügen Sie {file} als Verknüpfung hinzu.</translation>
  </message>
  <message>
   <source>The disk of {name} can't close files to other people (FAT and exFAT can't), so nothing was moved. Choose a disk formatted with ext4, btrfs, NTFS or APFS.</source>
   <translation>Der Datenträger von {name} kann Dateien nicht für andere sperren (FAT und exFAT können es nicht), deshalb wurde nichts verschoben. Wählen Sie einen, der mit ext4, btrfs, NTFS oder APFS formatiert ist.</translation>
  </message>
  <message>
   <source>The embedder {file} can't be used ({reason}), so files can be searched by their words only. Choose another, or leave the choice to Hearth.</source>
   <translation>Der Einbetter {file} kann nicht verwendet werden ({reason}), darum lassen sich Dateien nur nach ihren Wörtern durchsuchen. Wählen Sie einen anderen oder überlassen Sie Hearth die Wahl.</translation>
  </message>
  <message>
   <source>The file can't be read as presets: it isn't whole JSON. Have it exported again.</source>
   <translation>Die Datei kann nicht als Assistenten gelesen werden: Sie ist kein vollständiges JSON. Lassen Sie sie noch einmal exportieren.</translation>
  </message>
  <message>
   <source>The file has a field “{field}” that Hearth doesn't know, so nothing was taken in. It may be misspelled, or from another program.</source>
   <translation>Die Datei hat ein Feld „{field}“, das Hearth nicht kennt, darum wurde nichts übernommen. Vielleicht ist es verschrieben oder aus einem anderen Programm.</translation>
  </message>
  <message>
   <source>The file is empty (0 bytes). Its download or its saving may not have been finished; get it anew.</source>
   <translation>Die Datei ist leer (0 Byte). Vielleicht wurde ihr Herunterladen oder Speichern nicht beendet; besorgen Sie sie neu.</translation>
  </message>
  <message>
   <source>The file is larger than {limit_bytes}, too large for presets. Check that it is the right one.</source>
   <translation>Die Datei ist größer als {limit_bytes}, zu groß für Assistenten. Prüfen Sie, ob es die richtige ist.</translation>
  </message>
  <message>
   <source>The file isn't one of Hearth's presets, so nothing was taken in. Choose another.</source>
   <translation>Die Datei enthält keine Assistenten von Hearth, darum wurde nichts übernommen. Wählen Sie eine andere.</translation>
  </message>
  <message>
   <source>The file keys.json in the profile is damaged and can't open your conversations. They are untouched. Put back keys.json (or keys.json.bak) from a backup of the profile.</source>
   <translation>Die Datei keys.json im Profil ist beschädigt und kann Ihre Unterhaltungen nicht öffnen. Diese sind unberührt. Legen Sie keys.json (oder keys.json.bak) aus einer Sicherung des Profils zurück.</translation>
  </message>
  <message>
   <source>The file keys.json was changed by something else than Hearth. Your conversations are untouched. If it wasn't you, set a new passphrase in Settings.</source>
   <translation>Die Datei keys.json wurde von etwas anderem als Hearth geändert. Ihre Unterhaltungen sind unberührt. Waren Sie es nicht, setzen Sie in den Einstellungen eine neue Passphrase.</translation>
  </message>
  <message>
   <source>The file keys.json was damaged or missing; Hearth used its copy and made it whole again.</source>
   <translation>Die Datei keys.json war beschädigt oder fehlte; Hearth hat seine Kopie verwendet und sie wiederhergestellt.</translation>
  </message>
  <message>
   <source>The file was written by a newer Hearth (format {found}; this one knows {known}). Update Hearth to take it in.</source>
   <translation>Die Datei wurde von einem neueren Hearth geschrieben (Format {found}; dieses kennt {known}). Aktualisieren Sie Hearth, um sie zu übernehmen.</translation>
  </message>
  <message>
   <source>The file you named holds no certificates in PEM form. Choose the one your server's administrator gave you.</source>
   <translation>Die genannte Datei enthält keine Zertifikate in PEM-Form. Wählen Sie die, die Ihnen der Administrator Ihres Servers gegeben hat.</translation>
  </message>
  <message>
   <source>The file {path} can't be read ({reason}). Give a text file with one JSON object a line.</source>
   <translation>Die Datei {path} kann nicht gelesen werden ({reason}). Geben Sie eine Textdatei mit einem JSON-Objekt je Zeile an.</translation>
  </message>
  <message>
   <source>The first line of {path} is empty. Put the passphrase there.</source>
   <translation>Die erste Zeile von {path} ist leer. Schreiben Sie die Passphrase dorthin.</translation>
  </message>
  <message>
   <source>The first line of {path} is too long for a passphrase. Check that it is the right file.</source>
   <translation>Die erste Zeile von {path} ist zu lang für eine Passphrase. Prüfen Sie, ob es die richtige Datei ist.</translation>
  </message>
  <message>
   <source>The folder for models can't be read ({reason}). Check its permissions.</source>
   <translation>Der Ordner für Modelle kann nicht gelesen werden ({reason}). Prüfen Sie seine Rechte.</translation>
  </message>
  <message>
   <source>The folder for models can't be written ({reason}). Allow writing to {folder}.</source>
   <translation>In den Ordner für Modelle kann nicht geschrieben werden ({reason}). Erlauben Sie das Schreiben in {folder}.</translation>
  </message>
  <message>
   <source>The folder holds more than {limit} files. Choose the folder with the chats alone.</source>
   <translation>Der Ordner enthält mehr als {limit} Dateien. Wählen Sie den Ordner, in dem nur die Unterhaltungen liegen.</translation>
  </message>
  <message>
   <source>The folder lies on a disk where programs can't lock files, so two Hearths could damage it. Choose a folder on this computer with --profile.</source>
   <translation>Der Ordner liegt auf einer Festplatte, auf der Programme keine Dateien sperren können; zwei Hearths könnten ihn beschädigen. Wählen Sie mit --profile einen Ordner auf diesem Computer.</translation>
  </message>
  <message>
   <source>The folder {name} holds other things, and others may look into it, so no profile is made among them. Choose a new or empty folder with --profile.</source>
   <translation>Im Ordner {name} liegt anderes, und andere dürfen hineinsehen; darum wird dort kein Profil angelegt. Wählen Sie mit --profile einen neuen oder leeren Ordner.</translation>
  </message>
  <message>
   <source>The form that was asked of the answer can't be enforced by this model. Use a simpler schema.</source>
   <translation>Die verlangte Form der Antwort kann von diesem Modell nicht erzwungen werden. Verwenden Sie ein einfacheres Schema.</translation>
  </message>
  <message>
   <source>The key in the system's keyring isn't the one of this profile any more. Your conversations are untouched: open them with your passphrase or recovery code, or restore the keyring from a backup.</source>
   <translation>Der Schlüssel im Schlüsselbund des Systems ist nicht mehr der dieses Profils. Ihre Unterhaltungen sind unberührt: Öffnen Sie sie mit Passphrase oder Wiederherstellungscode, oder stellen Sie den Schlüsselbund aus einer Sicherung wieder her.</translation>
  </message>
  <message>
   <source>The keys of this profile were changed by something else than Hearth, so this way in no longer works. Use your passphrase or recovery code, or put back keys.json from a backup.</source>
   <translation>Die Schlüssel dieses Profils wurden von etwas anderem als Hearth geändert, darum geht dieser Weg nicht mehr. Verwenden Sie Passphrase oder Wiederherstellungscode, oder legen Sie keys.json aus einer Sicherung zurück.</translation>
  </message>
  <message>
   <source>The last day ({last}) lies before the first ({first}), so no file can have a date between them. Exchange them, or leave one out.</source>
   <translation>Der letzte Tag ({last}) liegt vor dem ersten ({first}), also kann keine Datei ein Datum dazwischen haben. Vertauschen Sie die beiden, oder lassen Sie einen weg.</translation>
  </message>
  <message>
   <source>The ledger doesn't hold together from entry {number} on: something else than Hearth changed it. Compare it with an export you kept.</source>
   <translation>Das Protokoll ist ab Eintrag {number} nicht mehr unversehrt: Etwas anderes als Hearth hat es geändert. Vergleichen Sie es mit einem aufbewahrten Export.</translation>
  </message>
  <message>
   <source>The ledger has no entry {number}. 'hearth ledger' lists those there are.</source>
   <translation>Das Protokoll hat keinen Eintrag {number}. 'hearth ledger' führt die vorhandenen auf.</translation>
  </message>
  <message>
   <source>The libraries couldn't be opened, so this couldn't be done. Start Hearth again.</source>
   <translation>Die Bibliotheken konnten nicht geöffnet werden, darum ging das nicht. Starten Sie Hearth neu.</translation>
  </message>
  <message>
   <source>The list of “{name}” says no price for {model}, so none was taken. Type it with --reading and --writing.</source>
   <translation>Die Liste von „{name}“ nennt keinen Preis für {model}, darum wurde keiner übernommen. Tippen Sie ihn mit --reading und --writing.</translation>
  </message>
  <message>
   <source>The model couldn't look at this picture. Make it smaller, or show it to another model.</source>
   <translation>Das Modell konnte dieses Bild nicht ansehen. Verkleinern Sie es, oder zeigen Sie es einem anderen Modell.</translation>
  </message>
  <message>
   <source>The model couldn't read the conversation. Ask again, or load the model anew.</source>
   <translation>Das Modell konnte die Unterhaltung nicht lesen. Fragen Sie noch einmal oder laden Sie das Modell neu.</translation>
  </message>
  <message>
   <source>The model no longer has a picture of this conversation. Ask again to show it once more.</source>
   <translation>Das Modell hat ein Bild dieser Unterhaltung nicht mehr. Fragen Sie noch einmal, dann wird es ihm wieder gezeigt.</translation>
  </message>
  <message>
   <source>The model was put aside before it could answer. Ask again.</source>
   <translation>Das Modell wurde weggelegt, bevor es antworten konnte. Fragen Sie noch einmal.</translation>
  </message>
  <message>
   <source>The model's chat template can't be used: {reason}. The file may be damaged or hostile; get it from its maker or choose another model.</source>
   <translation>Die Chatvorlage des Modells kann nicht verwendet werden: {reason}. Die Datei kann beschädigt oder bösartig sein; besorgen Sie sie vom Hersteller oder wählen Sie ein anderes Modell.</translation>
  </message>
  <message>
   <source>The model's chat template ran longer than {limit_s} seconds and was stopped. Get the model from its maker or choose another.</source>
   <translation>Die Chatvorlage des Modells lief länger als {limit_s} Sekunden und wurde angehalten. Besorgen Sie das Modell vom Hersteller oder wählen Sie ein anderes.</translation>
  </message>
  <message>
   <source>The model's computation broke off. What was written is kept. Ask again, or load the model anew.</source>
   <translation>Die Berechnung des Modells brach ab. Was geschrieben war, ist aufbewahrt. Fragen Sie noch einmal oder laden Sie das Modell neu.</translation>
  </message>
  <message>
   <source>The model's name has signs that no model's name has. Copy it again from your provider.</source>
   <translation>Der Name des Modells hat Zeichen, die kein Modellname hat. Kopieren Sie ihn noch einmal von Ihrem Anbieter.</translation>
  </message>
  <message>
   <source>The name for the server needs up to 60 letters, digits, spaces, dots or dashes. Choose another one.</source>
   <translation>Der Name für den Server braucht bis zu 60 Buchstaben, Ziffern, Leerzeichen, Punkte oder Striche. Wählen Sie einen anderen.</translation>
  </message>
  <message>
   <source>The name {origin} leads to this computer or house instead of the internet, so nothing was sent. Check the address, or add it as your own server.</source>
   <translation>Der Name {origin} führt zu diesem Computer oder ins Haus statt ins Internet, darum wurde nichts gesendet. Prüfen Sie die Adresse oder fügen Sie ihn als eigenen Server hinzu.</translation>
  </message>
  <message>
   <source>The other models of “{name}” are paid in another currency than {currency}, and a limit couldn't count both. Give all in one.</source>
   <translation>Die anderen Modelle von „{name}“ werden in einer anderen Währung als {currency} bezahlt, und eine Grenze könnte nicht beide zählen. Geben Sie alle in einer an.</translation>
  </message>
  <message>
   <source>The passphrase file {path} can't be read ({reason}). Check its name and permissions.</source>
   <translation>Die Passphrasendatei {path} kann nicht gelesen werden ({reason}). Prüfen Sie Namen und Rechte.</translation>
  </message>
  <message>
   <source>The passphrase is empty. Type at least eight characters.</source>
   <translation>Die Passphrase ist leer. Geben Sie mindestens acht Zeichen ein.</translation>
  </message>
  <message>
   <source>The passphrase is longer than {limit_chars} characters. Choose a shorter one.</source>
   <translation>Die Passphrase ist länger als {limit_chars} Zeichen. Wählen Sie eine kürzere.</translation>
  </message>
  <message>
   <source>The passphrase is too short. Choose at least {minimum} characters; four words are good.</source>
   <translation>Die Passphrase ist zu kurz. Wählen Sie mindestens {minimum} Zeichen; vier Wörter sind gut.</translation>
  </message>
  <message>
   <source>The path of the profile is too long for this system. Choose a shorter one with --profile.</source>
   <translation>Der Pfad des Profils ist zu lang für dieses System. Wählen Sie mit --profile einen kürzeren.</translation>
  </message>
  <message>
   <source>The picture is damaged, so the model wasn't shown it. Choose another, or save it anew.</source>
   <translation>Das Bild ist beschädigt und wurde dem Modell nicht gezeigt. Wählen Sie ein anderes, oder speichern Sie es neu.</translation>
  </message>
  <message>
   <source>The preset's “{field}” has to be between {low} and {high}.</source>
   <translation>„{field}“ des Assistenten muss zwischen {low} und {high} liegen.</translation>
  </message>
  <message>
   <source>The preset's “{field}” is empty or longer than {limit_chars} characters. Shorten it.</source>
   <translation>„{field}“ des Assistenten ist leer oder länger als {limit_chars} Zeichen. Kürzen Sie es.</translation>
  </message>
  <message>
   <source>The preset's “{field}” isn't of the kind that belongs there, so nothing was taken in.</source>
   <translation>„{field}“ des Assistenten ist nicht von der Art, die dorthin gehört, darum wurde nichts übernommen.</translation>
  </message>
  <message>
   <source>The process that reads and searches your files ended unexpectedly. What was read is kept, and it goes on by itself. Try again.</source>
   <translation>Der Prozess, der Ihre Dateien liest und durchsucht, endete unerwartet. Was gelesen war, ist aufbewahrt, und er macht von selbst weiter. Versuchen Sie es noch einmal.</translation>
  </message>
  <message>
   <source>The process that reads and searches your files has ended several times within five minutes, so Hearth stopped starting it. Start Hearth again; if it happens again, take out the folder that was added last.</source>
   <translation>Der Prozess, der Ihre Dateien liest und durchsucht, endete innerhalb von fünf Minuten mehrmals, darum startet Hearth ihn nicht mehr. Starten Sie Hearth neu; geschieht es wieder, nehmen Sie den zuletzt hinzugefügten Ordner heraus.</translation>
  </message>
  <message>
   <source>The process that reads documents couldn't be started or ended at once. The system may be out of memory; close other programs and try again.</source>
   <translation>Der Prozess, der Dokumente liest, konnte nicht gestartet werden oder endete sofort. Vielleicht fehlt Speicher; schließen Sie andere Programme und versuchen Sie es noch einmal.</translation>
  </message>
  <message>
   <source>The process that runs the model couldn't be started: the system is out of memory or processes.</source>
   <translation>Der Prozess für das Modell konnte nicht gestartet werden: Dem System fehlen Speicher oder Prozesse.</translation>
  </message>
  <message>
   <source>The process that runs the model ended unexpectedly. What was written is kept. Ask again: it starts afresh.</source>
   <translation>Der Prozess mit dem Modell endete unerwartet. Was geschrieben war, ist aufbewahrt. Fragen Sie noch einmal: Er beginnt neu.</translation>
  </message>
  <message>
   <source>The process that runs {name} has ended several times within five minutes, so Hearth stopped starting it. Choose another model, or try again later.</source>
   <translation>Der Prozess mit {name} endete innerhalb von fünf Minuten mehrmals, darum startet Hearth ihn nicht mehr. Wählen Sie ein anderes Modell oder versuchen Sie es später noch einmal.</translation>
  </message>
  <message>
   <source>The process that speaks to servers couldn't be started, so nothing was sent. Start Hearth again and ask once more.</source>
   <translation>Der Prozess, der mit Servern spricht, konnte nicht gestartet werden, darum wurde nichts gesendet. Starten Sie Hearth neu und fragen Sie noch einmal.</translation>
  </message>
  <message>
   <source>The process that speaks to servers ended unexpectedly. Look in the ledger for what had left, then ask again if you want to.</source>
   <translation>Der Prozess, der mit Servern spricht, endete unerwartet. Sehen Sie im Protokoll, was hinausgegangen war, und fragen Sie dann noch einmal, wenn Sie wollen.</translation>
  </message>
  <message>
   <source>The profile had no passphrase when this backup was made. Open it with the recovery code of that time.</source>
   <translation>Das Profil hatte keine Passphrase, als diese Sicherung erstellt wurde. Öffnen Sie sie mit dem Wiederherstellungscode von damals.</translation>
  </message>
  <message>
   <source>The profile has keys but {name} is missing, so your conversations aren't there. Hearth makes no new one over it: put the file back, or choose another folder with --profile.</source>
   <translation>Das Profil hat Schlüssel, aber {name} fehlt, darum sind Ihre Unterhaltungen nicht da. Hearth legt keine neue Datei darüber: Legen Sie sie zurück oder wählen Sie mit --profile einen anderen Ordner.</translation>
  </message>
  <message>
   <source>The proxy of “{name}” has no user name, so there is nothing to give a password for. Name it with --proxy http://name@host:port or socks5://name@host:port.</source>
   <translation>Der Proxy von „{name}“ hat keinen Benutzernamen, darum gibt es nichts, wofür ein Passwort gelten könnte. Nennen Sie ihn mit --proxy http://name@host:port oder socks5://name@host:port.</translation>
  </message>
  <message>
   <source>The proxy {proxy} didn't take the user name and the password, so nothing was sent to {origin}. Check both and type the password again.</source>
   <translation>Der Proxy {proxy} hat Benutzernamen und Passwort nicht angenommen, darum wurde nichts an {origin} gesendet. Prüfen Sie beides und tippen Sie das Passwort noch einmal.</translation>
  </message>
  <message>
   <source>The proxy {proxy} wants a user name and a password, so nothing was sent. Put the name into its address (http://name@host:port or socks5://name@host:port), and give its password.</source>
   <translation>Der Proxy {proxy} will einen Benutzernamen und ein Passwort, darum wurde nichts gesendet. Schreiben Sie den Namen in seine Adresse (http://name@host:port oder socks5://name@host:port) und geben Sie sein Passwort an.</translation>
  </message>
  <message>
   <source>The proxy's address must look like http://host:port or socks5://host:port, with name@ before the host if it wants a login. Type it again.</source>
   <translation>Die Adresse des Proxys muss aussehen wie http://host:port oder socks5://host:port, mit name@ vor dem Host, wenn er eine Anmeldung verlangt. Tippen Sie sie noch einmal.</translation>
  </message>
  <message>
   <source>The proxy's password must have 1 to 255 bytes and no line breaks or invisible signs. Type it again.</source>
   <translation>Das Passwort des Proxys muss 1 bis 255 Bytes haben, ohne Zeilenumbrüche und unsichtbare Zeichen. Tippen Sie es noch einmal.</translation>
  </message>
  <message>
   <source>The question alone takes {prompt_tokens} tokens, and {room_tokens} of the model's {context_tokens} are free for it. Shorten it or split it.</source>
   <translation>Allein die Frage braucht {prompt_tokens} Token, und von den {context_tokens} des Modells sind {room_tokens} dafür frei. Kürzen oder teilen Sie sie.</translation>
  </message>
  <message>
   <source>The recovery code has {expected} letters and digits, and {typed} were typed. Compare it with your print.</source>
   <translation>Der Wiederherstellungscode hat {expected} Buchstaben und Ziffern, eingegeben wurden {typed}. Vergleichen Sie ihn mit Ihrem Ausdruck.</translation>
  </message>
  <message>
   <source>The server's address must look like https://host or https://host:port/v1, in small letters and with nothing else. Type it again.</source>
   <translation>Die Adresse des Servers muss wie https://rechner oder https://rechner:port/v1 aussehen, in Kleinbuchstaben und sonst nichts. Geben Sie sie noch einmal ein.</translation>
  </message>
  <message>
   <source>The strength of an adapter is a number from -{limit} to {limit}, such as style.gguf:0.5.</source>
   <translation>Die Stärke eines Adapters ist eine Zahl von -{limit} bis {limit}, zum Beispiel style.gguf:0.5.</translation>
  </message>
  <message>
   <source>The system refused to read or write something ({reason}), so the command couldn't be finished. Nothing that was saved before is lost. Where the disk is full, make room and run it again.</source>
   <translation>Das System hat etwas nicht lesen oder schreiben lassen ({reason}), darum konnte der Befehl nicht zu Ende geführt werden. Was vorher gespeichert war, ist nicht verloren. Ist der Datenträger voll, schaffen Sie Platz und rufen Sie ihn noch einmal auf.</translation>
  </message>
  <message>
   <source>The system's keyring didn't answer as it should ({reason}). Try again, or open Hearth with your passphrase or recovery code.</source>
   <translation>Der Schlüsselbund des Systems antwortete nicht, wie er sollte ({reason}). Versuchen Sie es noch einmal oder öffnen Sie Hearth mit Passphrase oder Wiederherstellungscode.</translation>
  </message>
  <message>
   <source>The system's keyring didn't hand out Hearth's key because access was refused. Allow it when the system asks, or open Hearth with your passphrase or recovery code.</source>
   <translation>Der Schlüsselbund des Systems gab Hearths Schlüssel nicht heraus, weil der Zugriff verweigert wurde. Erlauben Sie ihn, wenn das System fragt, oder öffnen Sie Hearth mit Passphrase oder Wiederherstellungscode.</translation>
  </message>
  <message>
   <source>The system's keyring is locked. Unlock it and try again; your conversations are untouched.</source>
   <translation>Der Schlüsselbund des Systems ist gesperrt. Entsperren Sie ihn und versuchen Sie es noch einmal; Ihre Unterhaltungen sind unberührt.</translation>
  </message>
  <message>
   <source>The system's keyring no longer holds the key of this profile. Your conversations are untouched: open them with your passphrase or recovery code, or restore the keyring from a backup.</source>
   <translation>Der Schlüsselbund des Systems hat den Schlüssel dieses Profils nicht mehr. Ihre Unterhaltungen sind unberührt: Öffnen Sie sie mit Passphrase oder Wiederherstellungscode, oder stellen Sie den Schlüsselbund aus einer Sicherung wieder her.</translation>
  </message>
  <message>
   <source>The text has more than {limit} characters, which is more than can be masked at once. Split it into parts.</source>
   <translation>Der Text hat mehr als {limit} Zeichen, mehr als auf einmal verdeckt werden kann. Teilen Sie ihn.</translation>
  </message>
  <message>
   <source>The text is longer than {limit_chars} characters and can't be kept. Shorten it.</source>
   <translation>Der Text ist länger als {limit_chars} Zeichen und kann nicht aufbewahrt werden. Kürzen Sie ihn.</translation>
  </message>
  <message>
   <source>The variable {variable} names no folder, so Hearth doesn't know where to keep things. Use --profile.</source>
   <translation>Die Variable {variable} nennt keinen Ordner, darum weiß Hearth nicht, wo es Dinge aufbewahren soll. Verwenden Sie --profile.</translation>
  </message>
  <message>
   <source>The words of entry {number} are no longer kept, or there were none. Its row and its sum stay in the ledger.</source>
   <translation>Die Wörter von Eintrag {number} sind nicht mehr aufbewahrt, oder es gab keine. Seine Zeile und Summe bleiben im Protokoll.</translation>
  </message>
  <message>
   <source>There are more than {limit} entries in “{field}”. Take some out.</source>
   <translation>In „{field}“ stehen mehr als {limit} Einträge. Nehmen Sie einige heraus.</translation>
  </message>
  <message>
   <source>There are no conversations of another program in {name}. Choose its folder of chats, or a file that it exported.</source>
   <translation>In {name} gibt es keine Unterhaltungen eines anderen Programms. Wählen Sie dessen Ordner mit Unterhaltungen oder eine exportierte Datei.</translation>
  </message>
  <message>
   <source>There are no words in it ({pages} pages without any): they are pictures, probably scanned, or blank. Have it read with OCR to find what is to be seen on them.</source>
   <translation>Es sind keine Wörter darin ({pages} Seiten ohne): Es sind Bilder, wahrscheinlich gescannt, oder leere Seiten. Lassen Sie sie mit OCR lesen, um zu finden, was darauf zu sehen ist.</translation>
  </message>
  <message>
   <source>There are no words in it, at most pictures, so there is nothing that could be found. Nothing needs to be done.</source>
   <translation>Es sind keine Wörter darin, höchstens Bilder; es gibt nichts, was gefunden werden könnte. Es ist nichts zu tun.</translation>
  </message>
  <message>
   <source>There is a profile in the folder {name} already. Open that one, or choose another folder.</source>
   <translation>Im Ordner {name} ist schon ein Profil. Öffnen Sie dieses oder wählen Sie einen anderen Ordner.</translation>
  </message>
  <message>
   <source>There is a profile in {name} already, so nothing was changed. Its data can be kept beside the restored one: answer yes when asked, or give --replace.</source>
   <translation>In {name} gibt es schon ein Profil, also wurde nichts geändert. Seine Daten können neben dem wiederhergestellten aufbewahrt werden: Antworten Sie mit yes, wenn gefragt wird, oder geben Sie --replace an.</translation>
  </message>
  <message>
   <source>There is a server named “{name}” already. Choose another name, or change that one.</source>
   <translation>Es gibt schon einen Server namens „{name}“. Wählen Sie einen anderen Namen oder ändern Sie jenen.</translation>
  </message>
  <message>
   <source>There is a spending limit, and nobody has said what {name} takes, so nothing was sent. Type the price in Settings, or take the limit away.</source>
   <translation>Es gibt eine Kostengrenze, und niemand hat gesagt, was {name} verlangt; deshalb wurde nichts gesendet. Tippen Sie den Preis in den Einstellungen ein oder nehmen Sie die Grenze weg.</translation>
  </message>
  <message>
   <source>There is already a saved prompt /{name}. Choose another name.</source>
   <translation>Es gibt schon einen gespeicherten Prompt /{name}. Wählen Sie einen anderen Namen.</translation>
  </message>
  <message>
   <source>There is no backup {name}. Check its name, and whether its disk is connected.</source>
   <translation>Es gibt keine Sicherung {name}. Prüfen Sie den Namen und ob der Datenträger angeschlossen ist.</translation>
  </message>
  <message>
   <source>There is no conversation with the id or title “{name}”. 'hearth export' prints all of them.</source>
   <translation>Es gibt keine Unterhaltung mit der Kennung oder dem Titel „{name}“. 'hearth export' gibt alle aus.</translation>
  </message>
  <message>
   <source>There is no cross-encoder in {file} that can be used ({reason}). Choose the folder of one that was made with sentence-transformers and lies in safetensors files.</source>
   <translation>In {file} ist kein brauchbarer Cross-Encoder ({reason}). Wählen Sie den Ordner eines solchen, der mit sentence-transformers gemacht wurde und in safetensors-Dateien liegt.</translation>
  </message>
  <message>
   <source>There is no download {name}. 'hearth models download' without a name shows what was begun.</source>
   <translation>Es gibt keinen Download {name}. 'hearth models download' ohne Namen zeigt, was begonnen wurde.</translation>
  </message>
  <message>
   <source>There is no embedder in {file}, so files can be searched by their words only. Set Hearth up again, or choose the folder of another embedder.</source>
   <translation>In {file} ist kein Einbetter, darum lassen sich Dateien nur nach ihren Wörtern durchsuchen. Richten Sie Hearth neu ein oder wählen Sie den Ordner eines anderen Einbetters.</translation>
  </message>
  <message>
   <source>There is no file or folder {name}. Check its name, and whether its disk is connected.</source>
   <translation>Es gibt keine Datei und keinen Ordner {name}. Prüfen Sie den Namen und ob der Datenträger angeschlossen ist.</translation>
  </message>
  <message>
   <source>There is no file with this name any more, or never was. Check the name and the folder.</source>
   <translation>Eine Datei dieses Namens gibt es nicht mehr, oder es gab sie nie. Prüfen Sie Namen und Ordner.</translation>
  </message>
  <message>
   <source>There is no file {subject}. Check its name, or whether its disk is connected.</source>
   <translation>Es gibt keine Datei {subject}. Prüfen Sie ihren Namen oder ob ihre Festplatte angeschlossen ist.</translation>
  </message>
  <message>
   <source>There is no folder {folder}. Check the name that was given.</source>
   <translation>Es gibt keinen Ordner {folder}. Prüfen Sie den angegebenen Namen.</translation>
  </message>
  <message>
   <source>There is no folder {name}. Check its name, and whether its disk is connected.</source>
   <translation>Es gibt keinen Ordner {name}. Prüfen Sie den Namen und ob der Datenträger angeschlossen ist.</translation>
  </message>
  <message>
   <source>There is no library named “{name}”. 'hearth library list' shows those there are.</source>
   <translation>Es gibt keine Bibliothek namens „{name}“. 'hearth library list' zeigt die vorhandenen.</translation>
  </message>
  <message>
   <source>There is no library yet, so there is nothing to search. Make one: hearth library add NAME FOLDER.</source>
   <translation>Es gibt noch keine Bibliothek, darum gibt es nichts zu durchsuchen. Machen Sie eine: hearth library add NAME ORDNER.</translation>
  </message>
  <message>
   <source>There is no profile in the folder {name}. Check the name given with --profile.</source>
   <translation>Im Ordner {name} ist kein Profil. Prüfen Sie den mit --profile angegebenen Namen.</translation>
  </message>
  <message>
   <source>There is no question before this message, so there is nothing to answer again.</source>
   <translation>Vor dieser Nachricht gibt es keine Frage, darum ist nichts neu zu beantworten.</translation>
  </message>
  <message>
   <source>There is no question that may leave, so nothing was sent. Type one, or allow more of the conversation.</source>
   <translation>Es gibt keine Frage, die hinausgehen darf, darum wurde nichts gesendet. Geben Sie eine ein oder erlauben Sie mehr von der Unterhaltung.</translation>
  </message>
  <message>
   <source>There is no question to ask. Type one.</source>
   <translation>Es gibt keine Frage. Geben Sie eine ein.</translation>
  </message>
  <message>
   <source>There is no server named “{name}”. 'hearth provider list' shows those there are.</source>
   <translation>Es gibt keinen Server namens „{name}“. 'hearth provider list' zeigt die vorhandenen.</translation>
  </message>
  <message>
   <source>There is no such kind. The kinds are: {known}.</source>
   <translation>Diese Art gibt es nicht. Die Arten sind: {known}.</translation>
  </message>
  <message>
   <source>There is no text to save. Write the prompt first.</source>
   <translation>Es gibt keinen Text zu speichern. Schreiben Sie zuerst den Prompt.</translation>
  </message>
  <message>
   <source>There is nothing the model could answer. Type a question.</source>
   <translation>Es gibt nichts, was das Modell beantworten könnte. Geben Sie eine Frage ein.</translation>
  </message>
  <message>
   <source>There is nothing to search for. Type at least one word.</source>
   <translation>Es gibt nichts zu suchen. Geben Sie mindestens ein Wort ein.</translation>
  </message>
  <message>
   <source>There is nothing to vote on: a vote is already there, or one of the two answers is missing. Compare once more.</source>
   <translation>Hier gibt es nichts zu entscheiden: Eine Stimme ist schon abgegeben, oder eine der beiden Antworten fehlt. Vergleichen Sie erneut.</translation>
  </message>
  <message>
   <source>There is something in {name} already, and Hearth mixes its data with nothing else. Name a new or an empty folder.</source>
   <translation>In {name} liegt schon etwas, und Hearth mischt seine Daten mit nichts anderem. Nennen Sie einen neuen oder leeren Ordner.</translation>
  </message>
  <message>
   <source>There is too much text to send ({size_bytes}; at most {limit_bytes}). Leave some of it out.</source>
   <translation>Es ist zu viel Text zu senden ({size_bytes}; höchstens {limit_bytes}). Lassen Sie etwas davon weg.</translation>
  </message>
  <message>
   <source>There isn't enough free memory to work out the key from the passphrase ({needed_bytes}). Close other programs and try again.</source>
   <translation>Es ist nicht genug Speicher frei, um den Schlüssel aus der Passphrase zu berechnen ({needed_bytes}). Schließen Sie andere Programme und versuchen Sie es noch einmal.</translation>
  </message>
  <message>
   <source>There was no recovery code when this backup was made. Open it with the passphrase of that time.</source>
   <translation>Es gab keinen Wiederherstellungscode, als diese Sicherung erstellt wurde. Öffnen Sie sie mit der Passphrase von damals.</translation>
  </message>
  <message>
   <source>Thinking things through</source>
   <translation>Gründliches Nachdenken</translation>
  </message>
  <message>
   <source>This address lies on this computer. Add --own to say that it is your own server.</source>
   <translation>Diese Adresse liegt auf diesem Computer. Geben Sie --own an, um zu sagen, dass es Ihr eigener Server ist.</translation>
  </message>
  <message>
   <source>This address lies on this computer. Import the file itself, or fetch it with 'hearth models download --own'.</source>
   <translation>Diese Adresse liegt auf diesem Computer. Importieren Sie die Datei selbst, oder holen Sie sie mit 'hearth models download --own'.</translation>
  </message>
  <message>
   <source>This answer was written by {model} ({name}), and this conversation is answered by another model of “{server}” or by another server now. Choose that one again to have it continued, or ask once more.</source>
   <translation>Diese Antwort hat {model} ({name}) geschrieben, und diese Unterhaltung beantwortet jetzt ein anderes Modell von „{server}“ oder ein anderer Server. Wählen Sie jenes wieder, um sie fortsetzen zu lassen, oder fragen Sie noch einmal.</translation>
  </message>
  <message>
   <source>This computer doesn't let you read it. Change its permissions, or ask its owner.</source>
   <translation>Dieser Computer lässt Sie sie nicht lesen. Ändern Sie die Rechte oder fragen Sie den Eigentümer.</translation>
  </message>
  <message>
   <source>This conversation has no leave for that server, so nothing was sent. Choose the server for this conversation first.</source>
   <translation>Diese Unterhaltung hat keine Erlaubnis für diesen Server, darum wurde nichts gesendet. Wählen Sie den Server zuerst für diese Unterhaltung.</translation>
  </message>
  <message>
   <source>This conversation is answered by {name}, so no model here was asked. Let it stay on this computer first, or ask the server.</source>
   <translation>Diese Unterhaltung beantwortet {name}; deshalb wurde hier kein Modell gefragt. Lassen Sie sie zuerst auf diesem Computer bleiben oder fragen Sie den Server.</translation>
  </message>
  <message>
   <source>This conversation is no longer there; it may have been deleted. Choose another one.</source>
   <translation>Diese Unterhaltung ist nicht mehr da; vielleicht wurde sie gelöscht. Wählen Sie eine andere.</translation>
  </message>
  <message>
   <source>This folder can't be looked into ({reason}), so what lies in it isn't read. Check its permissions, then try again.</source>
   <translation>In diesen Ordner lässt sich nicht hineinsehen ({reason}), deshalb wird nichts darin gelesen. Prüfen Sie seine Berechtigungen und versuchen Sie es dann erneut.</translation>
  </message>
  <message>
   <source>This is the demo: a test model of 5 MB that can find and copy, nothing more, and a profile that is thrown away at the end.</source>
   <translation>Das ist die Demo: ein Testmodell von 5 MB, das finden und abschreiben kann, mehr nicht, und ein Profil, das am Ende weggeworfen wird.</translation>
  </message>
  <message>
   <source>This is the only way to open the profile, so it stays. Set up another way first.</source>
   <translation>Nur so lässt sich das Profil öffnen, darum bleibt es. Richten Sie zuerst einen anderen Weg ein.</translation>
  </message>
  <message>
   <source>This isn't a key: it has spaces, line breaks or signs that no key has, or none at all. Copy it again from your provider.</source>
   <translation>Das ist kein Schlüssel: Er hat Leerzeichen, Zeilenumbrüche oder Zeichen, die kein Schlüssel hat, oder gar keine. Kopieren Sie ihn noch einmal von Ihrem Anbieter.</translation>
  </message>
  <message>
   <source>This message is no longer there; its conversation may have been deleted. Choose another one.</source>
   <translation>Diese Nachricht ist nicht mehr da; vielleicht wurde ihre Unterhaltung gelöscht. Wählen Sie eine andere.</translation>
  </message>
  <message>
   <source>This names no model. Give an id that 'hearth models recommend' shows, OWNER/NAME of a repository, or the address of a GGUF file.</source>
   <translation>Das benennt kein Modell. Geben Sie eine Kennung an, die 'hearth models recommend' zeigt, BESITZER/NAME eines Repositorys oder die Adresse einer GGUF-Datei.</translation>
  </message>
  <message>
   <source>This preset isn't there any more. Choose another one.</source>
   <translation>Diesen Assistenten gibt es nicht mehr. Wählen Sie einen anderen.</translation>
  </message>
  <message>
   <source>This profile has no passphrase. Open it through the system's keyring or with the recovery code.</source>
   <translation>Dieses Profil hat keine Passphrase. Öffnen Sie es über den Schlüsselbund des Systems oder mit dem Wiederherstellungscode.</translation>
  </message>
  <message>
   <source>This profile is locked. Open it with its passphrase or recovery code; on the command line, name a file that holds the passphrase with --passphrase-file.</source>
   <translation>Dieses Profil ist gesperrt. Öffnen Sie es mit Passphrase oder Wiederherstellungscode; auf der Befehlszeile nennen Sie mit --passphrase-file eine Datei, die die Passphrase enthält.</translation>
  </message>
  <message>
   <source>This profile is open in another Hearth. Close that one, or use another --profile.</source>
   <translation>Dieses Profil ist in einem anderen Hearth geöffnet. Schließen Sie jenes oder nehmen Sie ein anderes --profile.</translation>
  </message>
  <message>
   <source>This profile needs passphrase and keyring together, and this would undo that. Turn that off first.</source>
   <translation>Dieses Profil braucht Passphrase und Schlüsselbund zusammen, und dies würde das aufheben. Schalten Sie das zuerst aus.</translation>
  </message>
  <message>
   <source>This profile opens by this computer's keyring, which no backup can take along. Set a passphrase or make a recovery code first (on the command line: --make-recovery-code), then make the backup.</source>
   <translation>Dieses Profil öffnet sich mit dem Schlüsselbund dieses Computers, den keine Sicherung mitnehmen kann. Setzen Sie zuerst eine Passphrase oder erstellen Sie einen Wiederherstellungscode (auf der Befehlszeile: --make-recovery-code), dann die Sicherung.</translation>
  </message>
  <message>
   <source>This profile opens only with passphrase and keyring together, and the keyring isn't there. Unlock the system's keyring, or use your recovery code.</source>
   <translation>Dieses Profil öffnet sich nur mit Passphrase und Schlüsselbund zusammen, und der Schlüsselbund ist nicht da. Entsperren Sie ihn oder verwenden Sie Ihren Wiederherstellungscode.</translation>
  </message>
  <message>
   <source>This profile was made by a newer Hearth. It was left as it is; update Hearth to open it.</source>
   <translation>Dieses Profil wurde von einem neueren Hearth gemacht. Es blieb, wie es ist; aktualisieren Sie Hearth, um es zu öffnen.</translation>
  </message>
  <message>
   <source>This profile was used by a newer Hearth. It was left as it is; update Hearth to open it.</source>
   <translation>Dieses Profil wurde von einem neueren Hearth benutzt. Es blieb, wie es ist; aktualisieren Sie Hearth, um es zu öffnen.</translation>
  </message>
  <message>
   <source>This profile's key was kept by another kind of keyring ({wanted}). Start that one, or open the profile with your passphrase or recovery code.</source>
   <translation>Der Schlüssel dieses Profils lag in einer anderen Art von Schlüsselbund ({wanted}). Starten Sie jenen oder öffnen Sie das Profil mit Passphrase oder Wiederherstellungscode.</translation>
  </message>
  <message>
   <source>This recovery code belongs to another profile, or a newer code has replaced it. Look for the newest one.</source>
   <translation>Dieser Wiederherstellungscode gehört zu einem anderen Profil, oder ein neuerer hat ihn ersetzt. Suchen Sie den neuesten.</translation>
  </message>
  <message>
   <source>This recovery code doesn't open the backup. It opens with the newest code there was when it was made.</source>
   <translation>Dieser Wiederherstellungscode öffnet die Sicherung nicht. Sie öffnet sich mit dem neuesten, den es gab, als sie erstellt wurde.</translation>
  </message>
  <message>
   <source>This system doesn't tell how much memory it has, so no model can be recommended. 'hearth models info FILE' says what one needs.</source>
   <translation>Dieses System sagt nicht, wie viel Arbeitsspeicher es hat, deshalb lässt sich kein Modell empfehlen. 'hearth models info FILE' sagt, was eines braucht.</translation>
  </message>
  <message>
   <source>This system has no keyring that Hearth can use. Open Hearth with a passphrase or your recovery code.</source>
   <translation>Dieses System hat keinen Schlüsselbund, den Hearth nutzen kann. Öffnen Sie Hearth mit einer Passphrase oder Ihrem Wiederherstellungscode.</translation>
  </message>
  <message>
   <source>This system has no open keyring to keep Hearth's key, so the new profile needs a passphrase. Choose one in the window, or name a file that holds it with --passphrase-file.</source>
   <translation>Dieses System hat keinen offenen Schlüsselbund für Hearths Schlüssel, darum braucht das neue Profil eine Passphrase. Wählen Sie eine im Fenster oder nennen Sie mit --passphrase-file eine Datei, die sie enthält.</translation>
  </message>
  <message>
   <source>This would pass the spending limit, so nothing was sent. Raise the limit, or ask the local model.</source>
   <translation>Das würde die Kostengrenze überschreiten; deshalb wurde nichts gesendet. Heben Sie die Grenze an oder fragen Sie das lokale Modell.</translation>
  </message>
  <message>
   <source>Translate into {{language}}, and keep tone and formatting:

{{text}}</source>
   <translation>Übersetzen Sie in die Sprache {{Sprache}} und behalten Sie Ton und Formatierung bei:

{{Text}}</translation>
  </message>
  <message>
   <source>Translator</source>
   <translation>Übersetzer</translation>
  </message>
  <message>
   <source>Watched, not sealed: this screen is reached over the network, so the window needs it. The processes that read models and files are sealed.</source>
   <translation>Überwacht, nicht abgeschottet: Dieser Bildschirm wird über das Netz erreicht, darum braucht das Fenster es. Die Prozesse, die Modelle und Dateien lesen, sind abgeschottet.</translation>
  </message>
  <message>
   <source>Watched, not sealed: this system lets Hearth refuse its own network calls only, not those of the libraries in it.</source>
   <translation>Überwacht, nicht abgeschottet: Dieses System lässt Hearth nur seine eigenen Netzaufrufe verweigern, nicht die der Bibliotheken darin.</translation>
  </message>
  <message>
   <source>What came of {name} isn't the file that was announced (its SHA-256 is another one), so it was deleted. Download it again; if it happens again, choose another repository.</source>
   <translation>Was von {name} kam, ist nicht die angekündigte Datei (ihre SHA-256-Summe ist eine andere), deshalb wurde es gelöscht. Laden Sie es noch einmal; geschieht es wieder, wählen Sie ein anderes Repository.</translation>
  </message>
  <message>
   <source>What it has read is kept in {after} bits a value instead of {before}.</source>
   <translation>Was es gelesen hat, wird mit {after} statt {before} Bit je Wert behalten.</translation>
  </message>
  <message>
   <source>What the graphics processors here offer couldn't be found out: a driver didn't answer or broke down. Models run on the processor meanwhile. Bring the driver up to date, then look again.</source>
   <translation>Was die Grafikprozessoren hier bieten, war nicht zu erfahren: Ein Treiber hat nicht geantwortet oder ist abgestürzt. Modelle laufen solange auf dem Prozessor. Bringen Sie den Treiber auf den neuesten Stand und sehen Sie dann noch einmal nach.</translation>
  </message>
  <message>
   <source>What was kept of the download of {name} can't be used any more. Cancel it and begin again.</source>
   <translation>Was vom Download von {name} da war, ist nicht mehr zu gebrauchen. Brechen Sie ihn ab und beginnen Sie neu.</translation>
  </message>
  <message>
   <source>Words in it were read from pictures (OCR), so there may be mistakes in them.</source>
   <translation>Wörter darin wurden aus Bildern gelesen (OCR), es können also Fehler darin sein.</translation>
  </message>
  <message>
   <source>Write a {{tone}} reply to this message, no longer than the message itself:

{{message}}</source>
   <translation>Schreiben Sie eine Antwort auf diese Nachricht, im Ton {{Ton}}, nicht länger als die Nachricht selbst:

{{Nachricht}}</translation>
  </message>
  <message>
   <source>You are a careful programmer. First make sure of the goal, the language and its version; if one of them decides the answer and is missing, ask. Write complete code that runs, with clear names and handled errors, in the style of what you are shown. Put code into fenced blocks with the language's name. Explain only what isn't plain from the code, name what you haven't been able to check, and never invent functions or options of a library.</source>
   <translation>Sie programmieren sorgfältig. Vergewissern Sie sich zuerst über Ziel, Sprache und deren Version; fehlt davon etwas, das über die Antwort entscheidet, fragen Sie nach. Schreiben Sie vollständigen Code, der läuft, mit klaren Namen und behandelten Fehlern, im Stil dessen, was Ihnen gezeigt wird. Setzen Sie Code in Blöcke mit dem Namen der Sprache. Erklären Sie nur, was aus dem Code nicht hervorgeht, nennen Sie, was Sie nicht prüfen konnten, und erfinden Sie nie Funktionen oder Optionen einer Bibliothek.</translation>
  </message>
  <message>
   <source>You explain things to someone who is bright and new to the subject. Begin with the idea in one or two everyday sentences, then give one concrete example, then the precise version. Explain each technical word when it first comes up. Go one step at a time, and end with one short question that lets the reader check whether it has become clear. Say so when something is simplified or disputed.</source>
   <translation>Sie erklären Menschen etwas, die klug sind und das Thema noch nicht kennen. Beginnen Sie mit dem Gedanken in ein, zwei alltäglichen Sätzen, geben Sie dann ein anschauliches Beispiel und danach die genaue Fassung. Erklären Sie jedes Fachwort, wenn es zum ersten Mal vorkommt. Gehen Sie Schritt für Schritt vor und schließen Sie mit einer kurzen Frage, an der man merkt, ob es klar geworden ist. Sagen Sie dazu, wenn etwas vereinfacht oder umstritten ist.</translation>
  </message>
  <message>
   <source>You have chosen in Settings that no server is ever asked, so nothing was sent. Change it there if you want to.</source>
   <translation>Sie haben in den Einstellungen gewählt, dass nie ein Server gefragt wird; deshalb wurde nichts gesendet. Ändern Sie es dort, wenn Sie möchten.</translation>
  </message>
  <message>
   <source>You help people write. Keep the writer's meaning, voice and language. Prefer short sentences, plain words and active verbs; cut what says nothing. Show the improved text first and whole, then, in at most three short points, what you changed and why. Don't add facts. If something is unclear, ask one question instead of guessing.</source>
   <translation>Sie helfen Menschen beim Schreiben. Bewahren Sie Sinn, Stimme und Sprache des Verfassers. Ziehen Sie kurze Sätze, einfache Wörter und aktive Verben vor; streichen Sie, was nichts sagt. Zeigen Sie zuerst den verbesserten Text als Ganzes, dann in höchstens drei kurzen Punkten, was Sie geändert haben und warum. Fügen Sie keine Tatsachen hinzu. Ist etwas unklar, stellen Sie eine Frage, statt zu raten.</translation>
  </message>
  <message>
   <source>You read documents closely. Rest every statement on the text you were given and say where it stands; keep apart what the text says, what follows from it, and what you only suppose. Give figures, dates and names exactly. Point out contradictions and what is missing. When the text doesn't tell, say that it doesn't.</source>
   <translation>Sie lesen Dokumente genau. Stützen Sie jede Aussage auf den gegebenen Text und sagen Sie, wo sie steht; halten Sie auseinander, was der Text sagt, was daraus folgt und was Sie nur vermuten. Geben Sie Zahlen, Daten und Namen genau wieder. Weisen Sie auf Widersprüche hin und auf das, was fehlt. Sagt der Text etwas nicht, sagen Sie das.</translation>
  </message>
  <message>
   <source>You translate. When no target language is named, translate into English, and English into the language the person used before; if there was none, ask. Carry over meaning, tone and form of address, keep names, numbers, formatting and code as they are, and leave nothing out. Give the translation alone; put a note below it only where a word has two readings that matter.</source>
   <translation>Sie übersetzen. Ist keine Zielsprache genannt, übersetzen Sie ins Deutsche, und Deutsches in die Sprache, die vorher verwendet wurde; gab es keine, fragen Sie nach. Übertragen Sie Sinn, Ton und Anrede, lassen Sie Namen, Zahlen, Formatierung und Code, wie sie sind, und lassen Sie nichts aus. Geben Sie nur die Übersetzung; setzen Sie eine Anmerkung darunter nur dort, wo ein Wort zwei Lesarten hat, auf die es ankommt.</translation>
  </message>
  <message>
   <source>Your data lies in {name} already, so nothing was moved.</source>
   <translation>Ihre Daten liegen schon in {name}, deshalb wurde nichts verschoben.</translation>
  </message>
  <message>
   <source>Your data was moved to {path}, and it isn't there now. Connect that disk and try again. Hearth makes no new profile in its place; with --profile another one can be opened.</source>
   <translation>Ihre Daten wurden nach {path} verschoben, und dort sind sie jetzt nicht. Schließen Sie diesen Datenträger an und versuchen Sie es noch einmal. Hearth legt an ihrer Stelle kein neues Profil an; mit --profile lässt sich ein anderes öffnen.</translation>
  </message>
  <message>
   <source>Your files can't be searched while a backup is being made. Wait until it is done, then try again.</source>
   <translation>Ihre Dateien lassen sich nicht durchsuchen, während eine Sicherung erstellt wird. Warten Sie, bis sie fertig ist, und versuchen Sie es dann noch einmal.</translation>
  </message>
  <message>
   <source>a part of its path is no folder</source>
   <translation>ein Teil des Pfads ist kein Ordner</translation>
  </message>
  <message>
   <source>access isn't allowed</source>
   <translation>der Zugriff ist nicht erlaubt</translation>
  </message>
  <message>
   <source>explain</source>
   <translation>erklären</translation>
  </message>
  <message>
   <source>it is a folder</source>
   <translation>es ist ein Ordner</translation>
  </message>
  <message>
   <source>it is too large for the disk</source>
   <translation>zu groß für den Datenträger</translation>
  </message>
  <message>
   <source>it isn't there</source>
   <translation>es ist nicht da</translation>
  </message>
  <message>
   <source>its disk isn't there</source>
   <translation>der Datenträger ist nicht da</translation>
  </message>
  <message>
   <source>its links lead round in a circle</source>
   <translation>die Links führen im Kreis</translation>
  </message>
  <message>
   <source>reply</source>
   <translation>antworten</translation>
  </message>
  <message>
   <source>something else is using it</source>
   <translation>etwas anderes benutzt es gerade</translation>
  </message>
  <message>
   <source>summarise</source>
   <translation>zusammenfassen</translation>
  </message>
  <message>
   <source>the cause isn't known</source>
   <translation>die Ursache ist nicht bekannt</translation>
  </message>
  <message>
   <source>the disk is full</source>
   <translation>der Datenträger ist voll</translation>
  </message>
  <message>
   <source>the disk is read-only</source>
   <translation>der Datenträger ist schreibgeschützt</translation>
  </message>
  <message>
   <source>the disk reports a fault</source>
   <translation>der Datenträger meldet einen Fehler</translation>
  </message>
  <message>
   <source>the name is taken</source>
   <translation>der Name ist vergeben</translation>
  </message>
  <message>
   <source>the name is too long</source>
   <translation>der Name ist zu lang</translation>
  </message>
  <message>
   <source>there is no room left for you</source>
   <translation>für Sie ist kein Platz mehr da</translation>
  </message>
  <message>
   <source>too many files are open</source>
   <translation>es sind zu viele Dateien offen</translation>
  </message>
  <message>
   <source>translate</source>
   <translation>übersetzen</translation>
  </message>
  <message>
   <source>{after} of its layers are on the graphics processor instead of {before}.</source>
   <translation>{after} seiner Schichten liegen auf dem Grafikprozessor statt {before}.</translation>
  </message>
  <message>
   <source>{file} can't be added ({reason}). Check its name and whether its disk is connected.</source>
   <translation>{file} kann nicht hinzugefügt werden ({reason}). Prüfen Sie den Namen und ob die Festplatte angeschlossen ist.</translation>
  </message>
  <message>
   <source>{file} can't be added: it is neither a folder nor an ordinary file. Choose a folder or a file.</source>
   <translation>{file} lässt sich nicht hinzufügen: Es ist weder ein Ordner noch eine gewöhnliche Datei. Wählen Sie einen Ordner oder eine Datei.</translation>
  </message>
  <message>
   <source>{file} can't be read ({reason}). Check its name and permissions.</source>
   <translation>{file} kann nicht gelesen werden ({reason}). Prüfen Sie Namen und Rechte.</translation>
  </message>
  <message>
   <source>{file} can't be written ({reason}). Choose another place.</source>
   <translation>{file} kann nicht geschrieben werden ({reason}). Wählen Sie einen anderen Ort.</translation>
  </message>
  <message>
   <source>{file} contradicts itself ({reason}), so it wasn't opened. Get the file anew from its maker.</source>
   <translation>{file} widerspricht sich ({reason}) und wurde darum nicht geöffnet. Besorgen Sie die Datei neu vom Hersteller.</translation>
  </message>
  <message>
   <source>{file} doesn't fit {name}: it was made for another model, or is damaged. Choose the model it was made for.</source>
   <translation>{file} passt nicht zu {name}: Es wurde für ein anderes Modell gemacht oder ist beschädigt. Wählen Sie das Modell, für das es gemacht wurde.</translation>
  </message>
  <message>
   <source>{file} doesn't let a model see pictures. Choose the file with mmproj in its name.</source>
   <translation>Mit {file} kann ein Modell keine Bilder sehen. Wählen Sie die Datei mit mmproj im Namen.</translation>
  </message>
  <message>
   <source>{file} holds a model in another format (PyTorch). Get the same model as GGUF.</source>
   <translation>{file} enthält ein Modell in einem anderen Format (PyTorch). Besorgen Sie dasselbe Modell als GGUF.</translation>
  </message>
  <message>
   <source>{file} holds a model in another format (safetensors). Get the same model as GGUF.</source>
   <translation>{file} enthält ein Modell in einem anderen Format (safetensors). Besorgen Sie dasselbe Modell als GGUF.</translation>
  </message>
  <message>
   <source>{file} is a document ({kind}), not a model. Choose a file whose name ends in .gguf.</source>
   <translation>{file} ist ein Dokument ({kind}), kein Modell. Wählen Sie eine Datei, deren Name auf .gguf endet.</translation>
  </message>
  <message>
   <source>{file} is a folder. Choose the GGUF file in it.</source>
   <translation>{file} ist ein Ordner. Wählen Sie die GGUF-Datei darin.</translation>
  </message>
  <message>
   <source>{file} is a folder. Single files can be added to a conversation; add folders on the Library page.</source>
   <translation>{file} ist ein Ordner. Zu einer Unterhaltung kommen einzelne Dateien; Ordner fügen Sie auf der Seite „Bibliothek“ hinzu.</translation>
  </message>
  <message>
   <source>{file} is a link, and the file it leads to is gone. Put that file back, or remove the link.</source>
   <translation>{file} ist eine Verknüpfung, und die Datei, auf die sie zeigt, ist weg. Legen Sie diese zurück oder entfernen Sie die Verknüpfung.</translation>
  </message>
  <message>
   <source>{file} is a packed archive ({kind}). Unpack it and choose the GGUF file inside.</source>
   <translation>{file} ist ein gepacktes Archiv ({kind}). Entpacken Sie es und wählen Sie die GGUF-Datei darin.</translation>
  </message>
  <message>
   <source>{file} is a part of a split model ({parts} parts) under another name. Give it its own name back.</source>
   <translation>{file} ist ein Teil eines geteilten Modells ({parts} Teile) unter anderem Namen. Geben Sie ihm seinen Namen zurück.</translation>
  </message>
  <message>
   <source>{file} is a text file, not a model. Choose a GGUF file.</source>
   <translation>{file} ist eine Textdatei, kein Modell. Wählen Sie eine GGUF-Datei.</translation>
  </message>
  <message>
   <source>{file} is a web page, not a model: the download link led to a page. Get the GGUF file itself.</source>
   <translation>{file} ist eine Webseite, kein Modell: Der Link führte zu einer Seite. Besorgen Sie die GGUF-Datei selbst.</translation>
  </message>
  <message>
   <source>{file} is a zip archive. Unpack it and choose the GGUF file inside.</source>
   <translation>{file} ist ein Zip-Archiv. Entpacken Sie es und wählen Sie die GGUF-Datei darin.</translation>
  </message>
  <message>
   <source>{file} is cut short: it has {have_bytes} and needs at least {need_bytes}. The download wasn't finished; get the file anew.</source>
   <translation>{file} ist abgeschnitten: Es hat {have_bytes} und braucht mindestens {need_bytes}. Das Herunterladen wurde nicht beendet; besorgen Sie die Datei neu.</translation>
  </message>
  <message>
   <source>{file} is empty. Its download may not have begun; get the file anew.</source>
   <translation>{file} ist leer. Vielleicht begann das Herunterladen nicht; besorgen Sie die Datei neu.</translation>
  </message>
  <message>
   <source>{file} is in an old format ({kind}) that is no longer used. Get the same model as GGUF.</source>
   <translation>{file} hat ein altes Format ({kind}), das nicht mehr verwendet wird. Besorgen Sie dasselbe Modell als GGUF.</translation>
  </message>
  <message>
   <source>{file} is in none of your libraries, so it can't be read again. Add it or its folder first.</source>
   <translation>{file} ist in keiner Ihrer Bibliotheken und kann darum nicht noch einmal gelesen werden. Fügen Sie es oder seinen Ordner zuerst hinzu.</translation>
  </message>
  <message>
   <source>{file} is no adapter. Choose a LoRA that was converted to GGUF.</source>
   <translation>{file} ist kein Adapter. Wählen Sie ein LoRA, das in GGUF umgewandelt wurde.</translation>
  </message>
  <message>
   <source>{file} is split into {parts} parts and part {part} isn't there. Put all parts in one folder.</source>
   <translation>{file} ist in {parts} Teile geteilt, und Teil {part} fehlt. Legen Sie alle Teile in einen Ordner.</translation>
  </message>
  <message>
   <source>{file} is split into {parts} parts, which can be linked but not copied. Add it without --copy.</source>
   <translation>{file} ist in {parts} Teile geteilt, die verknüpft, aber nicht kopiert werden können. Fügen Sie es ohne --copy hinzu.</translation>
  </message>
  <message>
   <source>{file} isn't a model file that Hearth knows. Choose a GGUF file.</source>
   <translation>{file} ist keine Modelldatei, die Hearth kennt. Wählen Sie eine GGUF-Datei.</translation>
  </message>
  <message>
   <source>{file} isn't an ordinary file ({kind}), so it can't be a model. Choose a GGUF file.</source>
   <translation>{file} ist keine gewöhnliche Datei ({kind}) und kann darum kein Modell sein. Wählen Sie eine GGUF-Datei.</translation>
  </message>
  <message>
   <source>{file} needs {need_bytes} and the disk has {free_bytes} free. Free some space, or link instead of copying.</source>
   <translation>{file} braucht {need_bytes}, und die Festplatte hat {free_bytes} frei. Schaffen Sie Platz oder verknüpfen Sie, statt zu kopieren.</translation>
  </message>
  <message>
   <source>{file} only names a large file and isn't the model itself. Download the file it names.</source>
   <translation>{file} nennt nur eine große Datei und ist nicht das Modell selbst. Laden Sie die genannte Datei herunter.</translation>
  </message>
  <message>
   <source>{file} should name a model's place and names none. Remove it and add the model again.</source>
   <translation>{file} sollte den Ort eines Modells nennen und nennt keinen. Entfernen Sie es und fügen Sie das Modell neu hinzu.</translation>
  </message>
  <message>
   <source>{file} uses GGUF version {version}, which this Hearth can't read. Get a newer file of the same model, or update Hearth.</source>
   <translation>{file} verwendet GGUF-Version {version}, die dieses Hearth nicht lesen kann. Besorgen Sie eine neuere Datei desselben Modells oder aktualisieren Sie Hearth.</translation>
  </message>
  <message>
   <source>{file} uses a quantisation that this Hearth doesn't know (type {type}). Choose another one, such as Q4_K_M.</source>
   <translation>{file} verwendet eine Quantisierung, die dieses Hearth nicht kennt (Typ {type}). Wählen Sie eine andere, etwa Q4_K_M.</translation>
  </message>
  <message>
   <source>{file} was made for another kind of processor (big-endian). Get the ordinary file.</source>
   <translation>{file} wurde für eine andere Art von Prozessor gemacht (big-endian). Besorgen Sie die gewöhnliche Datei.</translation>
  </message>
  <message>
   <source>{file} was made for models of the kind {made_for}, and {name} is one of the kind {architecture}. Choose the model that it was made for.</source>
   <translation>{file} wurde für Modelle der Art {made_for} gemacht, und {name} ist eines der Art {architecture}. Wählen Sie das Modell, für das es gemacht wurde.</translation>
  </message>
  <message>
   <source>{given} for what was read needs flash attention, which you switched off. Leave one of the two options out.</source>
   <translation>{given} für das Gelesene braucht Flash-Attention, die Sie abgeschaltet haben. Lassen Sie eine der beiden Optionen weg.</translation>
  </message>
  <message>
   <source>{name} can't be loaded: {reason}. The file may need a newer Hearth, or be damaged; choose another model.</source>
   <translation>{name} kann nicht geladen werden: {reason}. Die Datei braucht vielleicht ein neueres Hearth oder ist beschädigt; wählen Sie ein anderes Modell.</translation>
  </message>
  <message>
   <source>{name} can't see pictures: its projector {file} is damaged or belongs to another model. Fetch it anew from where the model came from.</source>
   <translation>{name} kann keine Bilder sehen: Der Projektor {file} ist beschädigt oder gehört zu einem anderen Modell. Holen Sie ihn neu, von dort, woher das Modell kam.</translation>
  </message>
  <message>
   <source>{name} can't see pictures: no projector (a file with mmproj in its name) lies beside it. Put its own there, or ask a model that sees.</source>
   <translation>{name} kann keine Bilder sehen: Kein Projektor (eine Datei mit mmproj im Namen) liegt daneben. Legen Sie den passenden dazu, oder fragen Sie ein Modell, das sieht.</translation>
  </message>
  <message>
   <source>{name} could be any of {count} models: {names}. Type more of its name.</source>
   <translation>{name} könnte eines von {count} Modellen sein: {names}. Geben Sie mehr von seinem Namen ein.</translation>
  </message>
  <message>
   <source>{name} couldn't be loaded: its process ended before it opened the file. Most often too little memory is free: close other programs and try again. 'hearth --smoke-test' says whether the installation is whole.</source>
   <translation>{name} konnte nicht geladen werden: Der Prozess endete, bevor er die Datei öffnete. Meist ist zu wenig Arbeitsspeicher frei: Schließen Sie andere Programme und versuchen Sie es erneut. 'hearth --smoke-test' sagt, ob die Installation vollständig ist.</translation>
  </message>
  <message>
   <source>{name} couldn't be loaded: the system refused it memory, also with the smallest context and on the processor alone. Close other programs, or choose a smaller model or quantisation.</source>
   <translation>{name} konnte nicht geladen werden: Das System verweigerte ihm Speicher, auch mit dem kleinsten Kontext und allein auf dem Prozessor. Schließen Sie andere Programme oder wählen Sie ein kleineres Modell oder eine kleinere Quantisierung.</translation>
  </message>
  <message>
   <source>{name} didn't fit as it was.</source>
   <translation>{name} passte so, wie es war, nicht hinein.</translation>
  </message>
  <message>
   <source>{name} doesn't belong to this profile's keys. It was left as it is; put back the right file.</source>
   <translation>{name} gehört nicht zu den Schlüsseln dieses Profils. Es blieb, wie es ist; legen Sie die richtige Datei zurück.</translation>
  </message>
  <message>
   <source>{name} ended its answer at once, so its speed couldn't be measured. Try another model.</source>
   <translation>{name} beendete seine Antwort sofort, darum ließ sich sein Tempo nicht messen. Versuchen Sie ein anderes Modell.</translation>
  </message>
  <message>
   <source>{name} ended its process while loading. The window and your conversations are fine. The file may be damaged; get it anew or choose another model.</source>
   <translation>{name} hat beim Laden seinen Prozess beendet. Dem Fenster und Ihren Unterhaltungen geht es gut. Die Datei ist vielleicht beschädigt; besorgen Sie sie neu oder wählen Sie ein anderes Modell.</translation>
  </message>
  <message>
   <source>{name} has another name on {origin} by now. Look it up there and give the new name.</source>
   <translation>{name} heißt auf {origin} inzwischen anders. Sehen Sie dort nach und geben Sie den neuen Namen an.</translation>
  </message>
  <message>
   <source>{name} has ended its process twice while loading, so Hearth set it aside. Choose it once more to try again, or get the file anew: it may be damaged.</source>
   <translation>{name} hat beim Laden zweimal seinen Prozess beendet, darum hat Hearth es beiseitegelegt. Wählen Sie es noch einmal, um es neu zu versuchen, oder besorgen Sie die Datei neu: Sie ist vielleicht beschädigt.</translation>
  </message>
  <message>
   <source>{name} is an empty file. Hearth left it as it is; put back a copy from a backup of the profile.</source>
   <translation>{name} ist eine leere Datei. Hearth ließ sie, wie sie ist; legen Sie eine Kopie aus einer Sicherung des Profils zurück.</translation>
  </message>
  <message>
   <source>{name} is an ordinary, unencrypted database that Hearth didn't make. It was left as it is; move it away.</source>
   <translation>{name} ist eine gewöhnliche, unverschlüsselte Datenbank, die Hearth nicht gemacht hat. Sie blieb, wie sie ist; legen Sie sie woandershin.</translation>
  </message>
  <message>
   <source>{name} is damaged, cut short or was changed after it was made, so nothing of it was taken and nothing was replaced. Use another copy of it, or an older backup.</source>
   <translation>{name} ist beschädigt, abgeschnitten oder wurde nachträglich verändert, also wurde nichts davon übernommen und nichts ersetzt. Verwenden Sie eine andere Kopie oder eine ältere Sicherung.</translation>
  </message>
  <message>
   <source>{name} is damaged, so Hearth won't show what may be wrong. The file was left as it is. Put back a copy from a backup of the profile.</source>
   <translation>{name} ist beschädigt, darum zeigt Hearth nicht, was falsch sein kann. Die Datei blieb, wie sie ist. Legen Sie eine Kopie aus einer Sicherung des Profils zurück.</translation>
  </message>
  <message>
   <source>{name} is missing from the profile, so nothing can open the conversations there. They are untouched. Put back {name} from a backup; Hearth makes no new key over them.</source>
   <translation>{name} fehlt im Profil, darum kann nichts die Unterhaltungen dort öffnen. Sie sind unberührt. Legen Sie {name} aus einer Sicherung zurück; Hearth erzeugt keinen neuen Schlüssel darüber.</translation>
  </message>
  <message>
   <source>{name} is there already, and Hearth replaces no backup. Choose another name, or move that file away.</source>
   <translation>{name} gibt es schon, und Hearth ersetzt keine Sicherung. Wählen Sie einen anderen Namen, oder schieben Sie die Datei weg.</translation>
  </message>
  <message>
   <source>{name} isn't a backup that Hearth made, so nothing was changed. Choose another file.</source>
   <translation>{name} ist keine Sicherung, die Hearth erstellt hat, also wurde nichts geändert. Wählen Sie eine andere Datei.</translation>
  </message>
  <message>
   <source>{name} isn't a folder, so a profile can't be there. Choose a folder with --profile.</source>
   <translation>{name} ist kein Ordner, darum kann dort kein Profil sein. Wählen Sie mit --profile einen Ordner.</translation>
  </message>
  <message>
   <source>{name} lies in a folder of your library “{library}”, which would read its own data. Nothing was moved; choose a folder outside of it.</source>
   <translation>{name} liegt in einem Ordner Ihrer Bibliothek „{library}“, die dann ihre eigenen Daten läse. Nichts wurde verschoben; wählen Sie einen Ordner außerhalb.</translation>
  </message>
  <message>
   <source>{name} lies inside the data folder itself, so nothing was moved. Choose a folder outside of it.</source>
   <translation>{name} liegt im Datenordner selbst, deshalb wurde nichts verschoben. Wählen Sie einen Ordner außerhalb.</translation>
  </message>
  <message>
   <source>{name} lies on another computer ({kind}). The encrypted databases can break there when the network fails, so nothing was moved. Choose a disk of this computer; a backup can lie on the network.</source>
   <translation>{name} liegt auf einem anderen Computer ({kind}). Die verschlüsselten Datenbanken können dort kaputtgehen, wenn das Netz ausfällt, deshalb wurde nichts verschoben. Wählen Sie einen Datenträger dieses Computers; eine Sicherung kann im Netz liegen.</translation>
  </message>
  <message>
   <source>{name} needs about {needed_bytes} of memory and {available_bytes} is free. Close other programs, or choose a smaller model or quantisation.</source>
   <translation>{name} braucht etwa {needed_bytes} Speicher, und {available_bytes} sind frei. Schließen Sie andere Programme oder wählen Sie ein kleineres Modell oder eine kleinere Quantisierung.</translation>
  </message>
  <message>
   <source>{name} needs {need_bytes} more and the disk has {free_bytes} free. Free some space and go on; what has come so far is kept.</source>
   <translation>{name} braucht noch {need_bytes}, und auf der Festplatte sind {free_bytes} frei. Schaffen Sie Platz und machen Sie weiter; was schon da ist, bleibt.</translation>
  </message>
  <message>
   <source>{name} should say where your data lies and can't be read. Your data is untouched: name its folder with --profile, or put that file back from a copy.</source>
   <translation>{name} sollte sagen, wo Ihre Daten liegen, und lässt sich nicht lesen. Ihre Daten sind unberührt: Nennen Sie ihren Ordner mit --profile, oder legen Sie die Datei aus einer Kopie zurück.</translation>
  </message>
  <message>
   <source>{name} was made by a newer Hearth, so nothing was changed. Update Hearth to restore it.</source>
   <translation>{name} wurde von einem neueren Hearth gemacht, also wurde nichts geändert. Aktualisieren Sie Hearth, um sie wiederherzustellen.</translation>
  </message>
  <message>
   <source>{name} was to run on {device}, and there is no graphics processor of that name here. 'hearth doctor' names those that are here.</source>
   <translation>{name} sollte auf {device} laufen, und hier gibt es keinen Grafikprozessor dieses Namens. „hearth doctor“ nennt die vorhandenen.</translation>
  </message>
  <message>
   <source>{number} bytes</source>
   <translation>{number} Bytes</translation>
  </message>
  <message>
   <source>{option} can't be {given}. 'hearth ask --help' says what it can be.</source>
   <translation>{option} kann nicht {given} sein. „hearth ask --help“ sagt, was es sein kann.</translation>
  </message>
  <message>
   <source>{option} can't be {given}. It can be: {allowed}.</source>
   <translation>{option} kann nicht {given} sein. Möglich ist: {allowed}.</translation>
  </message>
  <message>
   <source>{origin} answered something that isn't an answer of its kind. Check the address and the kind of server.</source>
   <translation>{origin} antwortete etwas, was keine Antwort seiner Art ist. Prüfen Sie die Adresse und die Art des Servers.</translation>
  </message>
  <message>
   <source>{origin} can't be reached ({reason}), so nothing was sent. Check whether this computer is online and the server runs.</source>
   <translation>{origin} ist nicht zu erreichen ({reason}), darum wurde nichts gesendet. Prüfen Sie, ob dieser Computer online ist und der Server läuft.</translation>
  </message>
  <message>
   <source>{origin} couldn't prove who it is ({reason}), so nothing was sent. Check the address and this computer's clock; somebody may be in between.</source>
   <translation>{origin} konnte nicht beweisen, wer es ist ({reason}), darum wurde nichts gesendet. Prüfen Sie die Adresse und die Uhr dieses Computers; jemand könnte dazwischen sein.</translation>
  </message>
  <message>
   <source>{origin} didn't accept the key ({status}). Check it on your provider's page and give it again.</source>
   <translation>{origin} nahm den Schlüssel nicht an ({status}). Prüfen Sie ihn auf der Seite Ihres Anbieters und geben Sie ihn noch einmal ein.</translation>
  </message>
  <message>
   <source>{origin} gives this file only to people with an account there ({status}), and Hearth never sends a key with a download. Choose another repository, or fetch it with your browser and add the file.</source>
   <translation>{origin} gibt diese Datei nur an Leute mit einem Konto dort ({status}), und Hearth schickt mit einem Download nie einen Schlüssel. Wählen Sie ein anderes Repository, oder holen Sie die Datei mit Ihrem Browser und fügen Sie sie hinzu.</translation>
  </message>
  <message>
   <source>{origin} has no such file ({status}). Check the name; it may have been moved or taken away.</source>
   <translation>{origin} hat keine solche Datei ({status}). Prüfen Sie den Namen; sie kann verschoben oder entfernt worden sein.</translation>
  </message>
  <message>
   <source>{origin} has trouble of its own ({status}). Ask again later, or ask the local model.</source>
   <translation>{origin} hat selbst Schwierigkeiten ({status}). Fragen Sie später noch einmal oder fragen Sie das lokale Modell.</translation>
  </message>
  <message>
   <source>{origin} refused the request ({status}). Check the model's name and the server's address.</source>
   <translation>{origin} lehnte die Anfrage ab ({status}). Prüfen Sie den Namen des Modells und die Adresse des Servers.</translation>
  </message>
  <message>
   <source>{origin} said nothing for too long and was left. Ask again later, or ask the local model.</source>
   <translation>{origin} sagte zu lange nichts und wurde verlassen. Fragen Sie später noch einmal oder fragen Sie das lokale Modell.</translation>
  </message>
  <message>
   <source>{origin} sends a file of another size than it announced, so it was left. Try again later, or choose another repository.</source>
   <translation>{origin} schickt eine Datei von anderer Größe als angekündigt, deshalb wurde abgebrochen. Versuchen Sie es später noch einmal, oder wählen Sie ein anderes Repository.</translation>
  </message>
  <message>
   <source>{origin} sent a web page instead of the file. Copy the address of the GGUF file itself, not of the page about it.</source>
   <translation>{origin} hat statt der Datei eine Webseite geschickt. Kopieren Sie die Adresse der GGUF-Datei selbst, nicht die der Seite über sie.</translation>
  </message>
  <message>
   <source>{origin} sent another part of the file than was asked for, so it was left. Try again later.</source>
   <translation>{origin} hat einen anderen Teil der Datei geschickt als verlangt, deshalb wurde abgebrochen. Versuchen Sie es später noch einmal.</translation>
  </message>
  <message>
   <source>{origin} sent more than the file has, so it was left. Begin again; if it happens again, choose another repository.</source>
   <translation>{origin} hat mehr geschickt, als die Datei hat, deshalb wurde abgebrochen. Beginnen Sie neu; geschieht es wieder, wählen Sie ein anderes Repository.</translation>
  </message>
  <message>
   <source>{origin} sent the download from one address to the next and never to the file, so it was left. Try again later, or another repository.</source>
   <translation>{origin} hat den Download von einer Adresse zur nächsten geschickt und nie zur Datei, deshalb wurde abgebrochen. Versuchen Sie es später oder mit einem anderen Repository.</translation>
  </message>
  <message>
   <source>{origin} takes no more requests from you now (429). Wait a while, or ask the local model.</source>
   <translation>{origin} nimmt jetzt keine Anfragen mehr von Ihnen an (429). Warten Sie eine Weile oder fragen Sie das lokale Modell.</translation>
  </message>
  <message>
   <source>{origin} wanted the file to be fetched from {other}, which isn't one of its own hosts, so nobody went there. If you trust that place, paste its address instead.</source>
   <translation>{origin} wollte, dass die Datei von {other} geholt wird; das ist keiner seiner eigenen Rechner, deshalb ging niemand dorthin. Wenn Sie dem Ort vertrauen, fügen Sie seine Adresse ein.</translation>
  </message>
  <message>
   <source>{origin} wanted the request to go to another place ({status}). Hearth doesn't follow; check the server's address.</source>
   <translation>{origin} wollte, dass die Anfrage an einen anderen Ort geht ({status}). Hearth folgt nicht; prüfen Sie die Adresse des Servers.</translation>
  </message>
  <message>
   <source>{origin} wants to be paid first (402). Look at your account there, or ask the local model.</source>
   <translation>{origin} will zuerst bezahlt werden (402). Sehen Sie dort nach Ihrem Konto oder fragen Sie das lokale Modell.</translation>
  </message>
  <message>
   <source>{origin} was added as your own server and lies outside your house, so nothing was sent. Check the address, or add it without --own.</source>
   <translation>{origin} wurde als eigener Server hinzugefügt und liegt außerhalb Ihres Hauses, darum wurde nichts gesendet. Prüfen Sie die Adresse oder fügen Sie ihn ohne --own hinzu.</translation>
  </message>
  <message>
   <source>{path} can't be read ({reason}). Check its name and permissions.</source>
   <translation>{path} kann nicht gelesen werden ({reason}). Prüfen Sie Namen und Rechte.</translation>
  </message>
  <message>
   <source>{path} can't be written ({reason}). Choose another place.</source>
   <translation>{path} kann nicht geschrieben werden ({reason}). Wählen Sie einen anderen Ort.</translation>
  </message>
  <message>
   <source>{path} isn't a text file, so the passphrase can't be read from it. Save it as UTF-8.</source>
   <translation>{path} ist keine Textdatei, darum kann die Passphrase nicht daraus gelesen werden. Speichern Sie sie als UTF-8.</translation>
  </message>
  <message>
   <source>{repository} holds no such model file. Check the name; only GGUF files, and folders of sentence-transformers in the list that comes along, can be fetched.</source>
   <translation>{repository} enthält keine solche Modelldatei. Prüfen Sie den Namen; nur GGUF-Dateien und die Ordner von sentence-transformers aus der mitgelieferten Liste lassen sich holen.</translation>
  </message>
  <message>
   <source>{repository} holds several models, and it isn't clear which is meant. Name one of its files: {names}.</source>
   <translation>{repository} enthält mehrere Modelle, und es ist nicht klar, welches gemeint ist. Nennen Sie eine seiner Dateien: {names}.</translation>
  </message>
  <message>
   <source>{subject} can't be read ({reason}). Check its permissions and its disk.</source>
   <translation>{subject} kann nicht gelesen werden ({reason}). Prüfen Sie Rechte und Festplatte.</translation>
  </message>
  <message>
   <source>{subject} can't chat: it is another kind of model file. Choose a chat model.</source>
   <translation>{subject} kann nicht chatten: Es ist eine andere Art von Modelldatei. Wählen Sie ein Chatmodell.</translation>
  </message>
  <message>
   <source>{subject} changed while it was being read. Wait until it is complete and try again.</source>
   <translation>{subject} änderte sich, während es gelesen wurde. Warten Sie, bis es vollständig ist, und versuchen Sie es noch einmal.</translation>
  </message>
  <message>
   <source>“{given}” is no day. Write year, month and day: 2026-11-29.</source>
   <translation>„{given}“ ist kein Tag. Schreiben Sie Jahr, Monat und Tag: 2026-11-29.</translation>
  </message>
  <message>
   <source>“{name}” has no model {model}. Name it with 'hearth provider add' and --model or --more-model first.</source>
   <translation>„{name}“ hat kein Modell {model}. Nennen Sie es zuerst mit 'hearth provider add' und --model oder --more-model.</translation>
  </message>
  <message>
   <source>“{name}” wrote this answer, so no model here writes on. Switch the conversation to that server to have it continued, or ask once more.</source>
   <translation>„{name}“ hat diese Antwort geschrieben, deshalb schreibt kein Modell hier daran weiter. Stellen Sie die Unterhaltung auf diesen Server um, um sie fortsetzen zu lassen, oder fragen Sie noch einmal.</translation>
  </message>
 </context>
 <context>
  <name>ServerDesk</name>
  <message>
   <source>Answer it on this computer</source>
   <translation>Auf diesem Computer beantworten</translation>
  </message>
  <message>
   <source>Answered by {name}. Choose another.</source>
   <translation>Beantwortet von {name}. Anderen wählen.</translation>
  </message>
  <message>
   <source>Ask me before every message</source>
   <translation>Vor jeder Nachricht fragen</translation>
  </message>
  <message>
   <source>Ask {name}…</source>
   <translation>{name} fragen …</translation>
  </message>
  <message>
   <source>Compare answers…</source>
   <translation>Antworten vergleichen …</translation>
  </message>
  <message>
   <source>New conversation</source>
   <translation>Neue Unterhaltung</translation>
  </message>
  <message>
   <source>Nothing was sent. This conversation stays on this computer.</source>
   <translation>Es wurde nichts gesendet. Diese Unterhaltung bleibt auf diesem Computer.</translation>
  </message>
  <message>
   <source>Servers…</source>
   <translation>Server …</translation>
  </message>
  <message>
   <source>Stays on this computer</source>
   <translation>Bleibt auf diesem Computer</translation>
  </message>
  <message>
   <source>What this means…</source>
   <translation>Was das bedeutet …</translation>
  </message>
  <message>
   <source>this computer</source>
   <translation>diesem Computer</translation>
  </message>
 </context>
 <context>
  <name>ServerForm</name>
  <message>
   <source>Address</source>
   <translation>Adresse</translation>
  </message>
  <message>
   <source>Anthropic</source>
   <translation>Anthropic</translation>
  </message>
  <message>
   <source>Ask for the list</source>
   <translation>Liste erfragen</translation>
  </message>
  <message>
   <source>Certificate</source>
   <translation>Zertifikat</translation>
  </message>
  <message>
   <source>Certificate of your server</source>
   <translation>Zertifikat Ihres Servers</translation>
  </message>
  <message>
   <source>Choose a file…</source>
   <translation>Datei wählen …</translation>
  </message>
  <message>
   <source>Chosen. Choose another file…</source>
   <translation>Gewählt. Andere Datei wählen …</translation>
  </message>
  <message>
   <source>Copied from your provider's page</source>
   <translation>Von der Seite Ihres Anbieters kopiert</translation>
  </message>
  <message>
   <source>Goes to the proxy in clear</source>
   <translation>Geht unverschlüsselt an den Proxy</translation>
  </message>
  <message>
   <source>Keep the key in this system's keyring</source>
   <translation>Den Schlüssel im Schlüsselbund dieses Systems aufbewahren</translation>
  </message>
  <message>
   <source>Key</source>
   <translation>Schlüssel</translation>
  </message>
  <message>
   <source>Kind</source>
   <translation>Art</translation>
  </message>
  <message>
   <source>Model</source>
   <translation>Modell</translation>
  </message>
  <message>
   <source>More models</source>
   <translation>Weitere Modelle</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Name</translation>
  </message>
  <message>
   <source>OpenAI and what speaks like it</source>
   <translation>OpenAI und was genauso spricht</translation>
  </message>
  <message>
   <source>Password of the proxy</source>
   <translation>Passwort des Proxys</translation>
  </message>
  <message>
   <source>Price of a million tokens</source>
   <translation>Preis einer Million Token</translation>
  </message>
  <message>
   <source>Proxy</source>
   <translation>Proxy</translation>
  </message>
  <message>
   <source>There is no keyring here: the key is forgotten when Hearth ends.</source>
   <translation>Hier gibt es keinen Schlüsselbund: Der Schlüssel ist vergessen, wenn Hearth endet.</translation>
  </message>
  <message>
   <source>There is one; leave this empty to keep it</source>
   <translation>Es gibt einen; leer lassen, um ihn zu behalten</translation>
  </message>
  <message>
   <source>Your own server (llama-server, vLLM, Ollama, LM Studio)</source>
   <translation>Ihr eigener Server (llama-server, vLLM, Ollama, LM Studio)</translation>
  </message>
  <message>
   <source>http:// or socks5://host:port, or nothing</source>
   <translation>http:// oder socks5://host:port, oder nichts</translation>
  </message>
  <message>
   <source>https://host:port/v1</source>
   <translation>https://host:port/v1</translation>
  </message>
  <message>
   <source>names between commas, or nothing</source>
   <translation>Namen zwischen Kommas, oder nichts</translation>
  </message>
 </context>
 <context>
  <name>ServersSheet</name>
  <message numerus="yes">
   <source>%Ln model(s) to choose from.</source>
   <translation>
    <numerusform>%Ln Modell zur Auswahl.</numerusform>
    <numerusform>%Ln Modelle zur Auswahl.</numerusform>
   </translation>
  </message>
  <message>
   <source>A server is asked only in conversations that you switch to it, after you have seen what would leave. Naming one here sends nothing.</source>
   <translation>Ein Server wird nur in Unterhaltungen gefragt, die Sie auf ihn umschalten, nachdem Sie gesehen haben, was gesendet würde. Einen hier zu nennen sendet nichts.</translation>
  </message>
  <message>
   <source>Asking {host}…</source>
   <translation>Fragt {host} …</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Schließen</translation>
  </message>
  <message>
   <source>It answers, and takes the key (entry {number} of the ledger).</source>
   <translation>Er antwortet und nimmt den Schlüssel an (Eintrag {number} im Protokoll).</translation>
  </message>
  <message>
   <source>New</source>
   <translation>Neu</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>Entfernen</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>Speichern</translation>
  </message>
  <message>
   <source>Servers</source>
   <translation>Server</translation>
  </message>
  <message>
   <source>Test</source>
   <translation>Testen</translation>
  </message>
  <message>
   <source>What you typed isn't in a keyring: it is forgotten when Hearth ends.</source>
   <translation>Was Sie getippt haben, liegt in keinem Schlüsselbund: Es wird vergessen, wenn Hearth endet.</translation>
  </message>
  <message>
   <source>not text</source>
   <translation>kein Text</translation>
  </message>
 </context>
 <context>
  <name>Settings</name>
  <message>
   <source>0 always takes the likeliest word; more lets answers vary.</source>
   <translation>0 nimmt immer das wahrscheinlichste Wort; mehr lässt Antworten verschieden ausfallen.</translation>
  </message>
  <message>
   <source>16 bits</source>
   <translation>16 Bit</translation>
  </message>
  <message>
   <source>4 bits</source>
   <translation>4 Bit</translation>
  </message>
  <message>
   <source>8 bits</source>
   <translation>8 Bit</translation>
  </message>
  <message>
   <source>A file…</source>
   <translation>Eine Datei …</translation>
  </message>
  <message>
   <source>A folder…</source>
   <translation>Ein Ordner …</translation>
  </message>
  <message>
   <source>A number and a word for a street.</source>
   <translation>Eine Nummer und ein Wort für eine Straße.</translation>
  </message>
  <message>
   <source>A small icon beside the clock that shows Hearth, asks, locks and quits.</source>
   <translation>Ein kleines Symbol neben der Uhr, das Hearth zeigt, fragt, sperrt und beendet.</translation>
  </message>
  <message>
   <source>Addresses of computers</source>
   <translation>Adressen von Computern</translation>
  </message>
  <message>
   <source>Administrator</source>
   <translation>Administrator</translation>
  </message>
  <message>
   <source>After 1 h</source>
   <translation>Nach 1 h</translation>
  </message>
  <message>
   <source>After 1 min</source>
   <translation>Nach 1 min</translation>
  </message>
  <message>
   <source>After 15 min</source>
   <translation>Nach 15 min</translation>
  </message>
  <message>
   <source>After 30 min</source>
   <translation>Nach 30 min</translation>
  </message>
  <message>
   <source>After 4 h</source>
   <translation>Nach 4 h</translation>
  </message>
  <message>
   <source>After 5 min</source>
   <translation>Nach 5 min</translation>
  </message>
  <message>
   <source>Answers that quote come faster: the next words are guessed from the text before and checked together.</source>
   <translation>Antworten, die zitieren, kommen schneller: Die nächsten Wörter werden aus dem Text davor erraten und gemeinsam geprüft.</translation>
  </message>
  <message>
   <source>Appearance</source>
   <translation>Aussehen</translation>
  </message>
  <message>
   <source>As far as they fit</source>
   <translation>Soweit sie passen</translation>
  </message>
  <message>
   <source>As many as fit</source>
   <translation>So viele wie passen</translation>
  </message>
  <message>
   <source>As many as help</source>
   <translation>So viele, wie helfen</translation>
  </message>
  <message>
   <source>As the network knows it.</source>
   <translation>Wie das Netz ihn kennt.</translation>
  </message>
  <message>
   <source>As the system</source>
   <translation>Wie das System</translation>
  </message>
  <message>
   <source>Backup</source>
   <translation>Sicherung</translation>
  </message>
  <message>
   <source>Bank accounts</source>
   <translation>Bankkonten</translation>
  </message>
  <message>
   <source>Card numbers</source>
   <translation>Kartennummern</translation>
  </message>
  <message>
   <source>Change…</source>
   <translation>Ändern …</translation>
  </message>
  <message>
   <source>Closed models and servers of your own that you can switch a conversation to.</source>
   <translation>Geschlossene Modelle und eigene Server, auf die Sie eine Unterhaltung umschalten können.</translation>
  </message>
  <message>
   <source>Closing leaves Hearth in the tray</source>
   <translation>Schließen lässt Hearth im Infobereich</translation>
  </message>
  <message>
   <source>Context</source>
   <translation>Kontext</translation>
  </message>
  <message>
   <source>Copy the path</source>
   <translation>Pfad kopieren</translation>
  </message>
  <message>
   <source>Credit and debit cards.</source>
   <translation>Kredit- und Bankkarten.</translation>
  </message>
  <message>
   <source>Ctrl+Enter</source>
   <translation>Strg+Eingabe</translation>
  </message>
  <message>
   <source>Dark</source>
   <translation>Dunkel</translation>
  </message>
  <message>
   <source>Data folder</source>
   <translation>Datenordner</translation>
  </message>
  <message>
   <source>Dates of birth</source>
   <translation>Geburtsdaten</translation>
  </message>
  <message>
   <source>E-mail addresses</source>
   <translation>E-Mail-Adressen</translation>
  </message>
  <message>
   <source>Edit and try…</source>
   <translation>Bearbeiten und ausprobieren …</translation>
  </message>
  <message>
   <source>Enter</source>
   <translation>Eingabe</translation>
  </message>
  <message>
   <source>Estimated</source>
   <translation>Geschätzt</translation>
  </message>
  <message>
   <source>Every action with its key; each can be changed.</source>
   <translation>Jede Aktion mit ihrer Taste; jede lässt sich ändern.</translation>
  </message>
  <message>
   <source>Fits the model</source>
   <translation>Passend zum Modell</translation>
  </message>
  <message>
   <source>Flash attention</source>
   <translation>Flash-Attention</translation>
  </message>
  <message>
   <source>Full</source>
   <translation>Voll</translation>
  </message>
  <message>
   <source>Graphics processor</source>
   <translation>Grafikprozessor</translation>
  </message>
  <message>
   <source>Guess ahead from the text</source>
   <translation>Aus dem Text vorausraten</translation>
  </message>
  <message>
   <source>Hearth starts in the tray, or in the task bar, and doesn't come to the front.</source>
   <translation>Hearth startet im Infobereich oder in der Taskleiste und kommt nicht nach vorn.</translation>
  </message>
  <message>
   <source>How large all text in the window is.</source>
   <translation>Wie groß aller Text im Fenster ist.</translation>
  </message>
  <message>
   <source>How many of a model's layers go there; the others stay with the processor.</source>
   <translation>Wie viele Schichten eines Modells dorthin kommen; die anderen bleiben beim Prozessor.</translation>
  </message>
  <message>
   <source>How many processor threads a model uses; fewer leave more for other programs.</source>
   <translation>Wie viele Prozessor-Threads ein Modell nutzt; weniger lassen anderen Programmen mehr.</translation>
  </message>
  <message>
   <source>How many tokens of a conversation the model can see; more takes more memory.</source>
   <translation>Wie viele Token einer Unterhaltung das Modell sehen kann; mehr braucht mehr Speicher.</translation>
  </message>
  <message>
   <source>IBANs whose check digits are right.</source>
   <translation>IBANs, deren Prüfziffern stimmen.</translation>
  </message>
  <message>
   <source>IPv4 and IPv6.</source>
   <translation>IPv4 und IPv6.</translation>
  </message>
  <message>
   <source>Icon in the tray</source>
   <translation>Symbol im Infobereich</translation>
  </message>
  <message>
   <source>Import conversations</source>
   <translation>Unterhaltungen importieren</translation>
  </message>
  <message>
   <source>In how many bits a model keeps what it has read; fewer take less memory and are a little less exact.</source>
   <translation>Mit wie vielen Bit ein Modell behält, was es gelesen hat; weniger brauchen weniger Speicher und sind etwas ungenauer.</translation>
  </message>
  <message>
   <source>Keep quick questions</source>
   <translation>Schnelle Fragen behalten</translation>
  </message>
  <message>
   <source>Key for a quick question</source>
   <translation>Taste für eine schnelle Frage</translation>
  </message>
  <message>
   <source>Key that sends</source>
   <translation>Taste zum Senden</translation>
  </message>
  <message>
   <source>Keyboard shortcuts</source>
   <translation>Tastenkürzel</translation>
  </message>
  <message>
   <source>Keys and data</source>
   <translation>Tasten und Daten</translation>
  </message>
  <message>
   <source>Keys and passwords</source>
   <translation>Schlüssel und Passwörter</translation>
  </message>
  <message>
   <source>Keys of programs, named passwords.</source>
   <translation>Schlüssel von Programmen, benannte Passwörter.</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>Sprache</translation>
  </message>
  <message>
   <source>Layers on the graphics processor</source>
   <translation>Schichten auf dem Grafikprozessor</translation>
  </message>
  <message>
   <source>Library</source>
   <translation>Bibliothek</translation>
  </message>
  <message>
   <source>Light</source>
   <translation>Hell</translation>
  </message>
  <message>
   <source>Light, dark, or whatever your system uses at the moment.</source>
   <translation>Hell, dunkel oder wie Ihr System im Augenblick.</translation>
  </message>
  <message>
   <source>Lock and keys</source>
   <translation>Sperre und Schlüssel</translation>
  </message>
  <message>
   <source>Lock by itself</source>
   <translation>Von selbst sperren</translation>
  </message>
  <message>
   <source>Make one…</source>
   <translation>Erstellen …</translation>
  </message>
  <message>
   <source>Manage…</source>
   <translation>Verwalten …</translation>
  </message>
  <message>
   <source>Masking in what goes to servers</source>
   <translation>Verdecken in dem, was an Server geht</translation>
  </message>
  <message>
   <source>Memory of a conversation</source>
   <translation>Gedächtnis einer Unterhaltung</translation>
  </message>
  <message>
   <source>Models</source>
   <translation>Modelle</translation>
  </message>
  <message>
   <source>Motion</source>
   <translation>Bewegung</translation>
  </message>
  <message>
   <source>Move…</source>
   <translation>Verschieben …</translation>
  </message>
  <message>
   <source>Names</source>
   <translation>Namen</translation>
  </message>
  <message>
   <source>Network</source>
   <translation>Netz</translation>
  </message>
  <message>
   <source>Never</source>
   <translation>Nie</translation>
  </message>
  <message>
   <source>Never ask a server</source>
   <translation>Nie einen Server fragen</translation>
  </message>
  <message>
   <source>Of any country, fax numbers too.</source>
   <translation>Aus jedem Land, auch Faxnummern.</translation>
  </message>
  <message>
   <source>Of tax, insurance, passports.</source>
   <translation>Von Steuer, Versicherung, Pässen.</translation>
  </message>
  <message>
   <source>Off</source>
   <translation>Aus</translation>
  </message>
  <message>
   <source>On</source>
   <translation>An</translation>
  </message>
  <message>
   <source>On the desktop</source>
   <translation>Auf dem Desktop</translation>
  </message>
  <message>
   <source>On: nothing is sent to any server from this profile, also where a conversation was switched to one.</source>
   <translation>An: Von diesem Profil wird an keinen Server etwas gesendet, auch nicht, wo eine Unterhaltung auf einen umgeschaltet wurde.</translation>
  </message>
  <message>
   <source>Only after a title or a cue, as in Dr Ada Ohm.</source>
   <translation>Nur nach einem Titel oder Hinweis, wie in Dr. Ada Ohm.</translation>
  </message>
  <message>
   <source>Passphrase</source>
   <translation>Passphrase</translation>
  </message>
  <message>
   <source>Paths that lead into it.</source>
   <translation>Pfade, die hineinführen.</translation>
  </message>
  <message>
   <source>Personal numbers</source>
   <translation>Persönliche Nummern</translation>
  </message>
  <message>
   <source>Phone numbers</source>
   <translation>Telefonnummern</translation>
  </message>
  <message>
   <source>Read names that begin with a dot</source>
   <translation>Namen lesen, die mit einem Punkt beginnen</translation>
  </message>
  <message>
   <source>Read pictures of text</source>
   <translation>Bilder von Text lesen</translation>
  </message>
  <message>
   <source>Recovery code</source>
   <translation>Wiederherstellungscode</translation>
  </message>
  <message>
   <source>Reduced</source>
   <translation>Verringert</translation>
  </message>
  <message>
   <source>Reduced stops the cursor's blinking and everything that slides or fades.</source>
   <translation>„Verringert“ beendet das Blinken der Schreibmarke und alles, was gleitet oder verblasst.</translation>
  </message>
  <message>
   <source>Remove…</source>
   <translation>Entfernen …</translation>
  </message>
  <message>
   <source>Restore…</source>
   <translation>Wiederherstellen …</translation>
  </message>
  <message>
   <source>Saves memory; faster on most graphics processors, slower on a processor in long conversations.</source>
   <translation>Spart Speicher; auf den meisten Grafikprozessoren schneller, auf einem Prozessor in langen Unterhaltungen langsamer.</translation>
  </message>
  <message>
   <source>Servers</source>
   <translation>Server</translation>
  </message>
  <message>
   <source>Servers you named</source>
   <translation>Server, die Sie genannt haben</translation>
  </message>
  <message>
   <source>Set…</source>
   <translation>Setzen …</translation>
  </message>
  <message>
   <source>Start minimised</source>
   <translation>Minimiert starten</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>Anhalten</translation>
  </message>
  <message>
   <source>Street addresses</source>
   <translation>Straßenadressen</translation>
  </message>
  <message>
   <source>Such as ada@example.org.</source>
   <translation>Wie ada@example.org.</translation>
  </message>
  <message>
   <source>Tell when an answer is ready</source>
   <translation>Melden, wenn eine Antwort da ist</translation>
  </message>
  <message>
   <source>Temperature</source>
   <translation>Temperatur</translation>
  </message>
  <message>
   <source>Text size</source>
   <translation>Textgröße</translation>
  </message>
  <message>
   <source>The language of the window; the model answers in the language you write.</source>
   <translation>Die Sprache des Fensters; das Modell antwortet in der Sprache, in der Sie schreiben.</translation>
  </message>
  <message>
   <source>The name you log in with.</source>
   <translation>Der Name, mit dem Sie sich anmelden.</translation>
  </message>
  <message>
   <source>The window goes away and Hearth goes on; “Quit Hearth” ends it.</source>
   <translation>Das Fenster verschwindet, und Hearth läuft weiter; „Hearth beenden“ beendet es.</translation>
  </message>
  <message>
   <source>Theme</source>
   <translation>Farbschema</translation>
  </message>
  <message>
   <source>They stand in the list of conversations; otherwise they are temporary.</source>
   <translation>Sie stehen in der Liste der Unterhaltungen; sonst sind sie vorübergehend.</translation>
  </message>
  <message>
   <source>This computer's name</source>
   <translation>Der Name dieses Computers</translation>
  </message>
  <message>
   <source>Threads</source>
   <translation>Threads</translation>
  </message>
  <message>
   <source>Watts while a model answers here</source>
   <translation>Watt, während hier ein Modell antwortet</translation>
  </message>
  <message>
   <source>Web addresses</source>
   <translation>Webadressen</translation>
  </message>
  <message>
   <source>What this computer draws more than when idle, by a meter at the socket; for the energy on the Compare page.</source>
   <translation>Was dieser Computer mehr als im Leerlauf braucht, nach einem Messgerät an der Steckdose; für die Energie auf der Seite „Vergleichen“.</translation>
  </message>
  <message>
   <source>Where it helps</source>
   <translation>Wo es hilft</translation>
  </message>
  <message>
   <source>Where they are called that, or born.</source>
   <translation>Wo sie so heißen, oder „geboren“ dabeisteht.</translation>
  </message>
  <message>
   <source>Whether a library you add from now on reads hidden files and folders.</source>
   <translation>Ob eine Bibliothek, die Sie ab jetzt hinzufügen, verborgene Dateien und Ordner liest.</translation>
  </message>
  <message>
   <source>Whether a library you add from now on reads scanned pages by OCR, which is slow.</source>
   <translation>Ob eine Bibliothek, die Sie ab jetzt hinzufügen, gescannte Seiten mit OCR liest, was langsam ist.</translation>
  </message>
  <message>
   <source>Whether models are put on one, where this computer and this build of Hearth have any.</source>
   <translation>Ob Modelle auf einen kommen, wo dieser Computer und diese Fassung von Hearth einen haben.</translation>
  </message>
  <message>
   <source>Which key sends a question; the other one begins a new line.</source>
   <translation>Welche Taste eine Frage sendet; die andere beginnt eine neue Zeile.</translation>
  </message>
  <message>
   <source>While no window of Hearth is in front; without a word of the answer.</source>
   <translation>Solange kein Fenster von Hearth vorn ist; ohne ein Wort der Antwort.</translation>
  </message>
  <message>
   <source>Whole, with what comes after the name.</source>
   <translation>Ganz, mit allem nach dem Namen.</translation>
  </message>
  <message>
   <source>Writing and answers</source>
   <translation>Schreiben und Antworten</translation>
  </message>
  <message>
   <source>Your home folder</source>
   <translation>Ihr Benutzerordner</translation>
  </message>
  <message>
   <source>Your own words</source>
   <translation>Ihre eigenen Wörter</translation>
  </message>
  <message>
   <source>Your user name</source>
   <translation>Ihr Benutzername</translation>
  </message>
  <message>
   <source>animation blink accessibility</source>
   <translation>Animation Blinken Barrierefreiheit</translation>
  </message>
  <message>
   <source>autostart login background</source>
   <translation>autostart anmeldung hintergrund</translation>
  </message>
  <message>
   <source>background close hide</source>
   <translation>hintergrund schließen verbergen</translation>
  </message>
  <message>
   <source>backup key lost</source>
   <translation>Sicherung Schlüssel verloren</translation>
  </message>
  <message>
   <source>chatgpt gpt4all jan lm studio open webui move</source>
   <translation>chatgpt gpt4all jan lm studio open webui umziehen importieren</translation>
  </message>
  <message>
   <source>cloud internet block offline api</source>
   <translation>cloud internet sperren offline api</translation>
  </message>
  <message>
   <source>colours appearance night</source>
   <translation>Farben Aussehen Nacht</translation>
  </message>
  <message>
   <source>copy save export move computer</source>
   <translation>kopie speichern exportieren umziehen computer backup</translation>
  </message>
  <message>
   <source>energy power electricity compare</source>
   <translation>Energie Leistung Strom Verbrauch vergleichen</translation>
  </message>
  <message>
   <source>english deutsch arabic translation</source>
   <translation>Englisch Deutsch Arabisch Übersetzung</translation>
  </message>
  <message>
   <source>font zoom larger smaller</source>
   <translation>Schrift Zoom größer kleiner</translation>
  </message>
  <message>
   <source>global shortcut hotkey quick ask</source>
   <translation>globales tastenkürzel hotkey schnell fragen</translation>
  </message>
  <message>
   <source>gpu offload memory</source>
   <translation>gpu auslagern speicher grafikkarte</translation>
  </message>
  <message>
   <source>gpu vulkan cuda metal offload speed</source>
   <translation>gpu vulkan cuda metal grafikkarte tempo</translation>
  </message>
  <message>
   <source>hidden files folders</source>
   <translation>verborgene versteckte Dateien Ordner</translation>
  </message>
  <message>
   <source>idle timeout sleep</source>
   <translation>untätig Zeit Ruhezustand</translation>
  </message>
  <message>
   <source>keys hotkeys</source>
   <translation>Tasten Kürzel</translation>
  </message>
  <message>
   <source>kv cache quantisation</source>
   <translation>kv cache quantisierung</translation>
  </message>
  <message>
   <source>mask redact names anonymise privacy cloud</source>
   <translation>verdecken schwärzen namen anonymisieren datenschutz cloud</translation>
  </message>
  <message>
   <source>notification notify message</source>
   <translation>benachrichtigung meldung hinweis</translation>
  </message>
  <message>
   <source>password key unlock</source>
   <translation>Passwort Schlüssel entsperren</translation>
  </message>
  <message>
   <source>policy fixed organisation forbid allow</source>
   <translation>Richtlinie festgelegt Organisation verbieten erlauben</translation>
  </message>
  <message>
   <source>processor cores cpu speed</source>
   <translation>Prozessor Kerne CPU Geschwindigkeit</translation>
  </message>
  <message>
   <source>profile storage disk place backup move</source>
   <translation>Profil Speicher Datenträger Ort Sicherung verschieben umziehen</translation>
  </message>
  <message>
   <source>provider cloud openai anthropic key price llama-server vllm ollama</source>
   <translation>anbieter cloud openai anthropic schlüssel preis llama-server vllm ollama</translation>
  </message>
  <message>
   <source>quick ask temporary</source>
   <translation>schnell fragen vorübergehend</translation>
  </message>
  <message>
   <source>return newline composer</source>
   <translation>Eingabetaste neue Zeile</translation>
  </message>
  <message>
   <source>sampling random creative</source>
   <translation>Zufall kreativ Auswahl</translation>
  </message>
  <message>
   <source>scan ocr pdf</source>
   <translation>Scan OCR PDF</translation>
  </message>
  <message>
   <source>seal internet offline sandbox</source>
   <translation>Abschottung Internet offline Sandkasten</translation>
  </message>
  <message>
   <source>speed memory</source>
   <translation>tempo speicher</translation>
  </message>
  <message>
   <source>speed speculation lookup draft quote</source>
   <translation>tempo geschwindigkeit spekulation entwurf zitat</translation>
  </message>
  <message>
   <source>status area notification area</source>
   <translation>infobereich benachrichtigungsbereich</translation>
  </message>
  <message>
   <source>tokens window memory</source>
   <translation>Token Fenster Speicher</translation>
  </message>
  <message>
   <source>{percent} %</source>
   <translation>{percent} %</translation>
  </message>
 </context>
 <context>
  <name>SettingsDesk</name>
  <message numerus="yes">
   <source>%Ln word(s) of your own are masked, whatever they are.</source>
   <translation>
    <numerusform>%Ln eigenes Wort wird verdeckt, was es auch ist.</numerusform>
    <numerusform>%Ln eigene Wörter werden verdeckt, was sie auch sind.</numerusform>
   </translation>
  </message>
  <message>
   <source>After {minutes} min</source>
   <translation>Nach {minutes} min</translation>
  </message>
  <message>
   <source>All that Hearth keeps lies here, encrypted: {folder}</source>
   <translation>Alles, was Hearth aufbewahrt, liegt hier, verschlüsselt: {folder}</translation>
  </message>
  <message>
   <source>Change the passphrase</source>
   <translation>Passphrase ändern</translation>
  </message>
  <message>
   <source>Change…</source>
   <translation>Ändern …</translation>
  </message>
  <message>
   <source>Copied.</source>
   <translation>Kopiert.</translation>
  </message>
  <message>
   <source>Everything here in one encrypted file, which your passphrase or recovery code opens on any computer. Models and keys of providers aren't in it.</source>
   <translation>Alles von hier in einer verschlüsselten Datei, die Ihre Passphrase oder Ihr Wiederherstellungscode auf jedem Computer öffnet. Modelle und Schlüssel von Anbietern sind nicht darin.</translation>
  </message>
  <message>
   <source>From ChatGPT, Open WebUI, LM Studio, Jan, GPT4All or Hearth. They come in as local ones.</source>
   <translation>Aus ChatGPT, Open WebUI, LM Studio, Jan, GPT4All oder Hearth. Sie kommen als lokale herein.</translation>
  </message>
  <message>
   <source>Hearth opens with your passphrase.</source>
   <translation>Hearth öffnet sich mit Ihrer Passphrase.</translation>
  </message>
  <message>
   <source>Make a new one…</source>
   <translation>Neu erstellen …</translation>
  </message>
  <message>
   <source>Make a recovery code</source>
   <translation>Wiederherstellungscode erstellen</translation>
  </message>
  <message>
   <source>Make one…</source>
   <translation>Erstellen …</translation>
  </message>
  <message>
   <source>Names of people, streets and projects that should never go: none yet.</source>
   <translation>Namen von Menschen, Straßen und Projekten, die nie hinausgehen sollen: noch keine.</translation>
  </message>
  <message>
   <source>Opens Hearth when the passphrase or the keyring is lost. You have none yet.</source>
   <translation>Öffnet Hearth, wenn die Passphrase oder der Schlüsselbund verloren ist. Sie haben noch keinen.</translation>
  </message>
  <message>
   <source>Remove the passphrase</source>
   <translation>Passphrase entfernen</translation>
  </message>
  <message>
   <source>Set a passphrase</source>
   <translation>Passphrase setzen</translation>
  </message>
  <message>
   <source>Settings</source>
   <translation>Einstellungen</translation>
  </message>
  <message>
   <source>Set…</source>
   <translation>Setzen …</translation>
  </message>
  <message>
   <source>The administrator has Hearth lock after {minutes} min at the latest ({path}).</source>
   <translation>Der Administrator lässt Hearth spätestens nach {minutes} min sperren ({path}).</translation>
  </message>
  <message>
   <source>You have one. A new one replaces it.</source>
   <translation>Sie haben einen. Ein neuer ersetzt ihn.</translation>
  </message>
  <message>
   <source>Your system's keyring opens Hearth. A passphrase also locks the app.</source>
   <translation>Der Schlüsselbund Ihres Systems öffnet Hearth. Eine Passphrase sperrt zusätzlich das Programm.</translation>
  </message>
 </context>
 <context>
  <name>SettingsPage</name>
  <message numerus="yes">
   <source>%Ln setting(s) shown</source>
   <translation>
    <numerusform>%Ln Einstellung gezeigt</numerusform>
    <numerusform>%Ln Einstellungen gezeigt</numerusform>
   </translation>
  </message>
  <message>
   <source>Back to the conversation</source>
   <translation>Zurück zur Unterhaltung</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>Fertig</translation>
  </message>
  <message>
   <source>No setting fits. Try fewer letters.</source>
   <translation>Keine Einstellung passt. Versuchen Sie weniger Buchstaben.</translation>
  </message>
  <message>
   <source>Search settings</source>
   <translation>Einstellungen durchsuchen</translation>
  </message>
  <message>
   <source>Settings</source>
   <translation>Einstellungen</translation>
  </message>
 </context>
 <context>
  <name>ShelfCard</name>
  <message>
   <source>Options of {name}</source>
   <translation>Optionen von {name}</translation>
  </message>
  <message>
   <source>Options…</source>
   <translation>Optionen …</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>Entfernen</translation>
  </message>
  <message>
   <source>Remove {name}</source>
   <translation>{name} entfernen</translation>
  </message>
  <message>
   <source>Use</source>
   <translation>Verwenden</translation>
  </message>
  <message>
   <source>Use {name}</source>
   <translation>{name} verwenden</translation>
  </message>
  <message>
   <source>about {size} of memory</source>
   <translation>etwa {size} Arbeitsspeicher</translation>
  </message>
  <message>
   <source>about {speed} tokens/s</source>
   <translation>etwa {speed} Token/s</translation>
  </message>
  <message>
   <source>fits</source>
   <translation>passt</translation>
  </message>
  <message>
   <source>in use</source>
   <translation>in Gebrauch</translation>
  </message>
  <message>
   <source>inside Hearth</source>
   <translation>in Hearth</translation>
  </message>
  <message>
   <source>linked; the file stays where it is</source>
   <translation>verknüpft; die Datei bleibt, wo sie ist</translation>
  </message>
  <message>
   <source>needs more memory than is free</source>
   <translation>braucht mehr Speicher, als frei ist</translation>
  </message>
  <message>
   <source>sees pictures</source>
   <translation>sieht Bilder</translation>
  </message>
  <message numerus="yes">
   <source>up to %Ln token(s) of conversation</source>
   <translation>
    <numerusform>bis zu %Ln Token Unterhaltung</numerusform>
    <numerusform>bis zu %Ln Token Unterhaltung</numerusform>
   </translation>
  </message>
  <message>
   <source>{speed} tokens/s measured</source>
   <translation>{speed} Token/s gemessen</translation>
  </message>
 </context>
 <context>
  <name>ShortcutRow</name>
  <message>
   <source>Press the new keys…</source>
   <translation>Drücken Sie die neuen Tasten …</translation>
  </message>
  <message>
   <source>none</source>
   <translation>keine</translation>
  </message>
  <message>
   <source>{action}: {keys}. Press to change.</source>
   <translation>{action}: {keys}. Drücken, um sie zu ändern.</translation>
  </message>
  <message>
   <source>{action}: {keys}. This key is fixed.</source>
   <translation>{action}: {keys}. Diese Taste steht fest.</translation>
  </message>
 </context>
 <context>
  <name>ShortcutsSheet</name>
  <message>
   <source>All keys are as they were at first.</source>
   <translation>Alle Tasten sind wieder wie am Anfang.</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Schließen</translation>
  </message>
  <message>
   <source>Find a shortcut</source>
   <translation>Tastenkürzel suchen</translation>
  </message>
  <message>
   <source>Keyboard shortcuts</source>
   <translation>Tastenkürzel</translation>
  </message>
  <message>
   <source>Press a key's button, then the keys you want. Backspace takes the keys away.</source>
   <translation>Drücken Sie die Schaltfläche einer Taste und dann die gewünschten Tasten. Die Rücktaste nimmt die Tasten weg.</translation>
  </message>
  <message>
   <source>Reset all keys</source>
   <translation>Alle Tasten zurücksetzen</translation>
  </message>
  <message>
   <source>These keys always mean “{action}”. Choose others.</source>
   <translation>Diese Tasten bedeuten immer „{action}“. Wählen Sie andere.</translation>
  </message>
  <message>
   <source>“{action}” had these keys and has none now.</source>
   <translation>„{action}“ hatte diese Tasten und hat jetzt keine.</translation>
  </message>
 </context>
 <context>
  <name>SidePanel</name>
  <message>
   <source>Close the side panel</source>
   <translation>Seitenleiste schließen</translation>
  </message>
  <message>
   <source>Side panel</source>
   <translation>Seitenleiste</translation>
  </message>
 </context>
 <context>
  <name>Sidebar</name>
  <message numerus="yes">
   <source>%Ln file(s)</source>
   <translation>
    <numerusform>%Ln Datei</numerusform>
    <numerusform>%Ln Dateien</numerusform>
   </translation>
  </message>
  <message>
   <source>Compare</source>
   <translation>Vergleichen</translation>
  </message>
  <message>
   <source>Conversations and settings</source>
   <translation>Unterhaltungen und Einstellungen</translation>
  </message>
  <message>
   <source>Ledger</source>
   <translation>Protokoll</translation>
  </message>
  <message>
   <source>Library</source>
   <translation>Bibliothek</translation>
  </message>
  <message>
   <source>Lock</source>
   <translation>Sperren</translation>
  </message>
  <message>
   <source>Models</source>
   <translation>Modelle</translation>
  </message>
  <message>
   <source>New</source>
   <translation>Neu</translation>
  </message>
  <message>
   <source>New conversation</source>
   <translation>Neue Unterhaltung</translation>
  </message>
  <message>
   <source>No message and no title holds these words.</source>
   <translation>Keine Nachricht und kein Titel enthält diese Wörter.</translation>
  </message>
  <message>
   <source>Search conversations</source>
   <translation>Unterhaltungen suchen</translation>
  </message>
  <message>
   <source>Settings</source>
   <translation>Einstellungen</translation>
  </message>
  <message>
   <source>Your conversations will be listed here.</source>
   <translation>Hier werden Ihre Unterhaltungen aufgeführt.</translation>
  </message>
  <message>
   <source>shown now</source>
   <translation>jetzt zu sehen</translation>
  </message>
 </context>
 <context>
  <name>Sizes</name>
  <message>
   <source>bytes</source>
   <translation>Bytes</translation>
  </message>
 </context>
 <context>
  <name>SourceCard</name>
  <message>
   <source>In its own program, outside of Hearth</source>
   <translation>In ihrem eigenen Programm, außerhalb von Hearth</translation>
  </message>
  <message>
   <source>Open the file</source>
   <translation>Datei öffnen</translation>
  </message>
  <message>
   <source>Open {file} in its own program</source>
   <translation>{file} im eigenen Programm öffnen</translation>
  </message>
  <message>
   <source>Show it in its page</source>
   <translation>Auf der Seite zeigen</translation>
  </message>
  <message>
   <source>Show passage {number} in its page</source>
   <translation>Passage {number} auf ihrer Seite zeigen</translation>
  </message>
  <message>
   <source>This file was taken out of its library, and its words were forgotten.</source>
   <translation>Diese Datei wurde aus ihrer Bibliothek genommen, und ihre Wörter wurden vergessen.</translation>
  </message>
 </context>
 <context>
  <name>SourcesPage</name>
  <message numerus="yes">
   <source>%Ln more passage(s) had no room in the model's context.</source>
   <translation>
    <numerusform>%Ln weitere Passage hatte im Kontext des Modells keinen Platz.</numerusform>
    <numerusform>%Ln weitere Passagen hatten im Kontext des Modells keinen Platz.</numerusform>
   </translation>
  </message>
  <message>
   <source>Reading the page…</source>
   <translation>Seite wird gelesen …</translation>
  </message>
  <message>
   <source>Searched: {names}</source>
   <translation>Durchsucht: {names}</translation>
  </message>
  <message>
   <source>Sources of the answer</source>
   <translation>Quellen der Antwort</translation>
  </message>
  <message>
   <source>The file has changed since: the passage no longer stands on this page.</source>
   <translation>Die Datei hat sich seither geändert: Die Passage steht nicht mehr auf dieser Seite.</translation>
  </message>
  <message>
   <source>The page with the passage marked</source>
   <translation>Die Seite mit der markierten Passage</translation>
  </message>
  <message>
   <source>This answer doesn't rest on files.</source>
   <translation>Diese Antwort stützt sich nicht auf Dateien.</translation>
  </message>
  <message>
   <source>{place} of {file} as it looks, with the passage marked</source>
   <translation>{place} von {file}, wie sie aussieht, mit markierter Passage</translation>
  </message>
 </context>
 <context>
  <name>TellSheet</name>
  <message>
   <source>Close</source>
   <translation>Schließen</translation>
  </message>
 </context>
 <context>
  <name>Toast</name>
  <message>
   <source>Dismiss this message</source>
   <translation>Diese Meldung schließen</translation>
  </message>
  <message>
   <source>OK</source>
   <translation>OK</translation>
  </message>
 </context>
 <context>
  <name>Transcript</name>
  <message numerus="yes">
   <source>%Ln sentence(s) without support</source>
   <translation>
    <numerusform>%Ln Satz ohne Beleg</numerusform>
    <numerusform>%Ln Sätze ohne Beleg</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%Ln tokens</source>
   <translation>
    <numerusform>%Ln Token</numerusform>
    <numerusform>%Ln Token</numerusform>
   </translation>
  </message>
  <message>
   <source>%s earlier left out</source>
   <translation>%s frühere ausgelassen</translation>
  </message>
  <message>
   <source>%s of %s</source>
   <translation>%s von %s</translation>
  </message>
  <message>
   <source>%s tok/s</source>
   <translation>%s Tok/s</translation>
  </message>
  <message>
   <source>%s · on this computer</source>
   <translation>%s · auf diesem Computer</translation>
  </message>
  <message>
   <source>Answer</source>
   <translation>Antwort</translation>
  </message>
  <message>
   <source>Answer from %s</source>
   <translation>Antwort von %s</translation>
  </message>
  <message>
   <source>Ask this in its place (Enter)</source>
   <translation>An ihrer Stelle fragen (Eingabe)</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>Cells</source>
   <translation>Zellen</translation>
  </message>
  <message>
   <source>Close the search (Esc)</source>
   <translation>Suche schließen (Esc)</translation>
  </message>
  <message>
   <source>Continue</source>
   <translation>Fortsetzen</translation>
  </message>
  <message>
   <source>Copy</source>
   <translation>Kopieren</translation>
  </message>
  <message>
   <source>Copy %s code</source>
   <translation>%s-Code kopieren</translation>
  </message>
  <message>
   <source>Copy answer</source>
   <translation>Antwort kopieren</translation>
  </message>
  <message>
   <source>Copy code</source>
   <translation>Code kopieren</translation>
  </message>
  <message>
   <source>Copy the table as Markdown</source>
   <translation>Tabelle als Markdown kopieren</translation>
  </message>
  <message>
   <source>Copy the table for a spreadsheet</source>
   <translation>Tabelle für ein Tabellenprogramm kopieren</translation>
  </message>
  <message>
   <source>Copy your message</source>
   <translation>Ihre Nachricht kopieren</translation>
  </message>
  <message>
   <source>Earlier version</source>
   <translation>Frühere Fassung</translation>
  </message>
  <message>
   <source>Edit</source>
   <translation>Bearbeiten</translation>
  </message>
  <message>
   <source>Edit this message. What is there now is kept as another version.</source>
   <translation>Diese Nachricht bearbeiten. Was jetzt da steht, bleibt als andere Fassung erhalten.</translation>
  </message>
  <message>
   <source>Edit your message</source>
   <translation>Ihre Nachricht bearbeiten</translation>
  </message>
  <message>
   <source>Find in this conversation</source>
   <translation>In dieser Unterhaltung suchen</translation>
  </message>
  <message>
   <source>Go to the end</source>
   <translation>Zum Ende</translation>
  </message>
  <message>
   <source>Interrupted</source>
   <translation>Unterbrochen</translation>
  </message>
  <message>
   <source>Later version</source>
   <translation>Spätere Fassung</translation>
  </message>
  <message>
   <source>Leave the message as it is (Esc)</source>
   <translation>Nachricht lassen, wie sie ist (Esc)</translation>
  </message>
  <message>
   <source>Markdown</source>
   <translation>Markdown</translation>
  </message>
  <message>
   <source>Next hit (Enter)</source>
   <translation>Nächster Treffer (Eingabe)</translation>
  </message>
  <message>
   <source>No passage that was given says this in these words. Look for yourself before you rely on it.</source>
   <translation>Keine der gegebenen Passagen sagt dies mit diesen Wörtern. Sehen Sie selbst nach, bevor Sie sich darauf verlassen.</translation>
  </message>
  <message>
   <source>Nothing found</source>
   <translation>Nichts gefunden</translation>
  </message>
  <message>
   <source>On this computer</source>
   <translation>Auf diesem Computer</translation>
  </message>
  <message>
   <source>Picture: %s</source>
   <translation>Bild: %s</translation>
  </message>
  <message>
   <source>Previous hit (Shift+Enter)</source>
   <translation>Voriger Treffer (Umschalt+Eingabe)</translation>
  </message>
  <message>
   <source>Quote</source>
   <translation>Zitieren</translation>
  </message>
  <message>
   <source>Quote the selection in your question</source>
   <translation>Auswahl in Ihrer Frage zitieren</translation>
  </message>
  <message>
   <source>Reading %s of %s tokens…</source>
   <translation>%s von %s Token gelesen …</translation>
  </message>
  <message>
   <source>Retry</source>
   <translation>Wiederholen</translation>
  </message>
  <message>
   <source>Searching…</source>
   <translation>Suche …</translation>
  </message>
  <message>
   <source>Send</source>
   <translation>Senden</translation>
  </message>
  <message>
   <source>Starting…</source>
   <translation>Beginnt …</translation>
  </message>
  <message>
   <source>Stopped</source>
   <translation>Angehalten</translation>
  </message>
  <message>
   <source>Table</source>
   <translation>Tabelle</translation>
  </message>
  <message numerus="yes">
   <source>The model no longer sees the first %Ln message(s)</source>
   <translation>
    <numerusform>Das Modell sieht die erste Nachricht nicht mehr</numerusform>
    <numerusform>Das Modell sieht die ersten %Ln Nachrichten nicht mehr</numerusform>
   </translation>
  </message>
  <message>
   <source>Thinking…</source>
   <translation>Denkt nach …</translation>
  </message>
  <message>
   <source>This answer could not be finished. Try again with Retry.</source>
   <translation>Diese Antwort konnte nicht beendet werden. Versuchen Sie es mit „Wiederholen“ noch einmal.</translation>
  </message>
  <message>
   <source>Thought for %s s</source>
   <translation>Nachgedacht: %s s</translation>
  </message>
  <message>
   <source>Thoughts</source>
   <translation>Gedanken</translation>
  </message>
  <message>
   <source>Thoughts of %s</source>
   <translation>Gedanken von %s</translation>
  </message>
  <message>
   <source>Version %s of %s</source>
   <translation>Fassung %s von %s</translation>
  </message>
  <message>
   <source>Your message</source>
   <translation>Ihre Nachricht</translation>
  </message>
  <message>
   <source>code</source>
   <translation>Code</translation>
  </message>
  <message>
   <source>first word %s s</source>
   <translation>erstes Wort %s s</translation>
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
   <translation>Eine schnelle Frage stellen …</translation>
  </message>
  <message>
   <source>Lock Hearth</source>
   <translation>Hearth sperren</translation>
  </message>
  <message>
   <source>Quit Hearth</source>
   <translation>Hearth beenden</translation>
  </message>
  <message>
   <source>Show Hearth</source>
   <translation>Hearth zeigen</translation>
  </message>
 </context>
 <context>
  <name>TroubleTable</name>
  <message>
   <source>File</source>
   <translation>Datei</translation>
  </message>
  <message>
   <source>For all files of this library that hold only pictures.</source>
   <translation>Für alle Dateien dieser Bibliothek, die nur Bilder enthalten.</translation>
  </message>
  <message>
   <source>Read pictures of text in {name}</source>
   <translation>Bilder von Text in {name} lesen</translation>
  </message>
  <message>
   <source>Read with OCR</source>
   <translation>Mit OCR lesen</translation>
  </message>
  <message>
   <source>Read {name} again</source>
   <translation>{name} noch einmal lesen</translation>
  </message>
  <message>
   <source>Retry</source>
   <translation>Wiederholen</translation>
  </message>
  <message>
   <source>Show folder</source>
   <translation>Ordner zeigen</translation>
  </message>
  <message>
   <source>Show the folder of {name}</source>
   <translation>Ordner von {name} zeigen</translation>
  </message>
  <message>
   <source>Unlock {name}</source>
   <translation>{name} entsperren</translation>
  </message>
  <message>
   <source>Unlock…</source>
   <translation>Entsperren …</translation>
  </message>
  <message>
   <source>What happened, what to do</source>
   <translation>Was geschah, was zu tun ist</translation>
  </message>
  <message numerus="yes">
   <source>and %Ln more</source>
   <translation>
    <numerusform>und %Ln weitere</numerusform>
    <numerusform>und %Ln weitere</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>VariableStrip</name>
  <message>
   <source>Back</source>
   <translation>Zurück</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Abbrechen</translation>
  </message>
  <message>
   <source>Done (Enter)</source>
   <translation>Fertig (Eingabe)</translation>
  </message>
  <message>
   <source>Next</source>
   <translation>Weiter</translation>
  </message>
  <message>
   <source>Next (Enter)</source>
   <translation>Weiter (Eingabe)</translation>
  </message>
 </context>
 <context>
  <name>WelcomePage</name>
  <message>
   <source>2 · Add a folder</source>
   <translation>2 · Ordner hinzufügen</translation>
  </message>
  <message>
   <source>3 · Lock</source>
   <translation>3 · Sperre</translation>
  </message>
  <message>
   <source>AI that stays home.</source>
   <translation>KI, die zu Hause bleibt.</translation>
  </message>
  <message>
   <source>Add folder</source>
   <translation>Ordner hinzufügen</translation>
  </message>
  <message>
   <source>Added: {names}. The Library finds the passages that answer, even before a model is here.</source>
   <translation>Hinzugefügt: {names}. Die Bibliothek findet die Passagen, die antworten, auch bevor ein Modell da ist.</translation>
  </message>
  <message>
   <source>Chat with an open model on this computer and ask questions about your own files. Nothing is sent anywhere unless you allow it, one conversation at a time.</source>
   <translation>Unterhalten Sie sich mit einem offenen Modell auf diesem Computer, und stellen Sie Fragen zu Ihren eigenen Dateien. Nichts wird irgendwohin gesendet, außer Sie erlauben es, für jede Unterhaltung einzeln.</translation>
  </message>
  <message>
   <source>Make a recovery code</source>
   <translation>Wiederherstellungscode erstellen</translation>
  </message>
  <message>
   <source>Open the Library</source>
   <translation>Bibliothek öffnen</translation>
  </message>
  <message>
   <source>Restore a backup…</source>
   <translation>Sicherung wiederherstellen …</translation>
  </message>
  <message>
   <source>Set a passphrase</source>
   <translation>Passphrase setzen</translation>
  </message>
  <message>
   <source>Welcome</source>
   <translation>Willkommen</translation>
  </message>
  <message>
   <source>Works right now, even before a model is here: Hearth finds the passages that answer.</source>
   <translation>Geht sofort, auch bevor ein Modell da ist: Hearth findet die Passagen, die antworten.</translation>
  </message>
  <message>
   <source>Your conversations are always encrypted, with a key in your system's keyring. A passphrase also locks the app.</source>
   <translation>Ihre Unterhaltungen sind immer verschlüsselt, mit einem Schlüssel im Schlüsselbund Ihres Systems. Eine Passphrase sperrt zusätzlich das Programm.</translation>
  </message>
  <message>
   <source>Your conversations are encrypted, and only your passphrase opens them. A recovery code on paper helps if you forget it.</source>
   <translation>Ihre Unterhaltungen sind verschlüsselt, und nur Ihre Passphrase öffnet sie. Ein Wiederherstellungscode auf Papier hilft, wenn Sie sie vergessen.</translation>
  </message>
  <message>
   <source>Your conversations are encrypted. Your passphrase or your recovery code opens them.</source>
   <translation>Ihre Unterhaltungen sind verschlüsselt. Ihre Passphrase oder Ihr Wiederherstellungscode öffnet sie.</translation>
  </message>
  <message>
   <source>done</source>
   <translation>erledigt</translation>
  </message>
  <message>
   <source>optional</source>
   <translation>optional</translation>
  </message>
 </context>
 <context>
  <name>Workspace</name>
  <message>
   <source>Answered by {name}</source>
   <translation>Beantwortet von {name}</translation>
  </message>
  <message>
   <source>Local only</source>
   <translation>Nur lokal</translation>
  </message>
  <message>
   <source>The model runs on this computer, and nothing in this conversation can leave it.</source>
   <translation>Das Modell läuft auf diesem Computer, und nichts in dieser Unterhaltung kann ihn verlassen.</translation>
  </message>
  <message>
   <source>What you send in this conversation goes to {name}, as the sheet before the first message showed it, and stays in the ledger. What {name} does with it is its own affair. No other conversation is affected.</source>
   <translation>Was Sie in dieser Unterhaltung senden, geht an {name}, so wie es das Blatt vor der ersten Nachricht gezeigt hat, und bleibt im Protokoll. Was {name} damit macht, ist dessen Sache. Keine andere Unterhaltung ist betroffen.</translation>
  </message>
 </context>
 <context>
  <name>WritingDesk</name>
  <message>
   <source>A picture can be added as a file: save it, then drop it here.</source>
   <translation>Ein Bild kann als Datei hinzugefügt werden: Speichern Sie es, und ziehen Sie es dann hierher.</translation>
  </message>
  <message>
   <source>Add files to this conversation</source>
   <translation>Dateien zu dieser Unterhaltung hinzufügen</translation>
  </message>
  <message>
   <source>Pasted picture</source>
   <translation>Eingefügtes Bild</translation>
  </message>
  <message>
   <source>The text was too long to paste whole. Its beginning was taken.</source>
   <translation>Der Text war zu lang, um ganz eingefügt zu werden. Sein Anfang wurde übernommen.</translation>
  </message>
  <message>
   <source>What answers here can't see pictures. To have its words read, save it as a file and drop that here.</source>
   <translation>Was hier antwortet, sieht keine Bilder. Damit die Wörter darin gelesen werden, speichern Sie es als Datei und ziehen diese hierher.</translation>
  </message>
  <message>
   <source>What the model will read</source>
   <translation>Was das Modell lesen wird</translation>
  </message>
 </context>
</TS>
